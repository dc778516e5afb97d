"use client";

import type { ImportFinding } from "@/lib/shared/dashboards/findings/finding";
import classes from "./import.module.css";

const shown = 30;

/** What is odd about one file, with its place in the JSON. */
export function FindingList({ findings }: { findings: readonly ImportFinding[] }) {
  return (
    <ul className={classes.findings}>
      {findings.slice(0, shown).map(({ id, severity, path, message }) => (
        <li key={`${id} ${path.join(".")}`} data-severity={severity}>
          {message} <code>{path.length > 0 ? path.join(".") : "the whole document"}</code>
        </li>
      ))}
      {findings.length > shown ? <li>and {findings.length - shown} more</li> : null}
    </ul>
  );
}
