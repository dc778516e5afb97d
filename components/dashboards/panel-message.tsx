import type { ReactNode } from "react";
import classes from "./panel-frame.module.css";

interface PanelMessageProps {
  tone?: "error";
  details?: string;
  /** Why a panel is empty, for tests and scripts. */
  "data-empty-reason"?: string;
  children: ReactNode;
}

/** Words in place of a drawing; what only some want to read is folded. */
export function PanelMessage({ tone, details, children, ...rest }: PanelMessageProps) {
  return (
    <div className={classes.message} data-tone={tone} {...rest}>
      <p>{children}</p>
      {details ? (
        <details>
          <summary>Details</summary>
          <code>{details}</code>
        </details>
      ) : null}
    </div>
  );
}
