import type { ReactNode } from "react";
import classes from "./admin.module.css";

interface AdminHeadProps {
  title: string;
  /** One sentence on what is to be done here. */
  about?: ReactNode;
  /** Part of a page rather than its title. */
  sub?: boolean;
  children?: ReactNode;
}

export function AdminHead({ title, about, sub = false, children }: AdminHeadProps) {
  return (
    <div className={classes.head}>
      <div>
        {sub ? <h2>{title}</h2> : <h1>{title}</h1>}
        {about ? <p>{about}</p> : null}
      </div>
      {children ? <div className={classes.actions}>{children}</div> : null}
    </div>
  );
}
