import type { ReactNode } from "react";
import classes from "./badge.module.css";

/** A state in a word; the colour only repeats what the word says. */
export function Badge({ tone, children }: { tone?: "ok" | "warn" | "error"; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
