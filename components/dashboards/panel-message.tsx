import type { ReactNode } from "react";
import classes from "./panel-frame.module.css";

interface PanelMessageProps {
  tone?: "error";
  details?: ReactNode;
  /** What mends it. */
  action?: ReactNode;
  /** Why a panel is empty, for tests and scripts. */
  "data-empty-reason"?: string;
  children: ReactNode;
}

/** Words in place of a drawing; what only some want to read is folded. */
export function PanelMessage({ tone, details, action, children, ...rest }: PanelMessageProps) {
  return (
    <div className={classes.message} data-tone={tone} {...rest}>
      <p>{children}</p>
      {action}
      {details ? (
        <details>
          <summary>Details</summary>
          {typeof details === "string" ? <code>{details}</code> : details}
        </details>
      ) : null}
    </div>
  );
}
