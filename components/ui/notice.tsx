import type { ReactNode } from "react";
import classes from "./notice.module.css";

interface NoticeProps {
  title: string;
  children: ReactNode;
  /** What can be done next. */
  actions?: ReactNode;
}

/** A page or part of one that has only words to show: nothing there, not allowed, failed. */
export function Notice({ title, children, actions }: NoticeProps) {
  return (
    <div className={classes.notice}>
      <h1>{title}</h1>
      <p>{children}</p>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </div>
  );
}
