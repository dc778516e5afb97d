"use client";

import { groupFindings } from "@/lib/client/dashboards/import/group-findings";
import type { ImportFinding } from "@/lib/shared/dashboards/findings/finding";
import classes from "./import.module.css";

/** What is odd about one file, with its place in the JSON; what a rule finds many times is told once. */
export function FindingList({ findings }: { findings: readonly ImportFinding[] }) {
  return (
    <ul className={classes.findings}>
      {groupFindings(findings).map(({ first: { id, severity, path, message }, more }) => (
        <li key={id} data-severity={severity}>
          {message} <code>{path.length > 0 ? path.join(".") : "the whole document"}</code>
          {more > 0 ? ` and ${more} more of the kind` : ""}
        </li>
      ))}
    </ul>
  );
}
