import type { ImportFinding } from "@/lib/shared/dashboards/findings/finding";

const gravity = ["error", "warning", "info"];

/** One line a rule, the grave ones first, then as they stand in the document. */
export function groupFindings(findings: readonly ImportFinding[]): { first: ImportFinding; more: number }[] {
  const groups = new Map<string, { first: ImportFinding; more: number }>();
  for (const finding of findings) {
    const group = groups.get(finding.id);
    if (group) group.more += 1;
    else groups.set(finding.id, { first: finding, more: 0 });
  }
  return [...groups.values()].toSorted(
    (a, b) => gravity.indexOf(a.first.severity) - gravity.indexOf(b.first.severity),
  );
}
