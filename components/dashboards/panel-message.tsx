import type { ReactNode } from "react";
import classes from "./panel-message.module.css";

interface PanelMessageProps {
  tone?: "error";
  details?: ReactNode;
  /** What mends it. */
  action?: ReactNode;
  /** The words once more, for the pointer where a small panel has room for two of them. */
  hint?: string;
  /** Why a panel is empty, for tests and scripts. */
  "data-empty-reason"?: string;
  children: ReactNode;
}

/** Words in place of a drawing; what only some want to read is folded. */
export function PanelMessage({ tone, details, action, hint, children, ...rest }: PanelMessageProps) {
  return (
    <div className={classes.message} data-tone={tone} title={hint} {...rest}>
      <div className={classes.inside}>
        <p className={classes.words}>{children}</p>
        <p className={classes.brief} aria-hidden>
          {tone === "error" ? "Error" : "No data"}
        </p>
        {action}
        {details ? (
          <details>
            <summary>Details</summary>
            {typeof details === "string" ? <code>{details}</code> : details}
          </details>
        ) : null}
      </div>
    </div>
  );
}
