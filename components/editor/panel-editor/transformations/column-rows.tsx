import type { ReactNode } from "react";
import classes from "../panel-editor.module.css";

/** A line for each column that comes in. */
export function ColumnRows({ children }: { children: ReactNode[] }) {
  if (children.length === 0) {
    return <p className={classes.about}>The columns are listed here once the queries have answered.</p>;
  }
  return <div className={classes.stepRows}>{children}</div>;
}
