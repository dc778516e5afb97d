import { applyEdits, type DocumentEdit } from "@/lib/shared/dashboards/edit/apply-edits";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { type LintOptions, lintDashboard } from "./lint-dashboard";
import type { Finding } from "./lint-report";

const mostRounds = 25;

/**
 * Applies every safe fix. Fixes that touch the same place, or that move others by taking something away, wait for the next
 * round, in which the rules look again.
 */
export function fixDashboard(
  document: DashboardDocument,
  options?: LintOptions,
  wanted: (finding: Finding) => boolean = () => true,
): { document: DashboardDocument; fixed: Finding[] } {
  let current = document;
  const fixed: Finding[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const { findings } = lintDashboard(current, options);
    const chosen = compatible(findings.filter((finding) => finding.fix && wanted(finding)));
    const next = applyEdits(
      current,
      chosen.flatMap(({ fix }) => fix?.edits ?? []),
    );
    if (chosen.length === 0 || next === current) break;
    fixed.push(...chosen);
    current = next;
  }
  return { document: current, fixed };
}

/** Those that can be applied together: none inside the place of another; of removals only one, alone. */
function compatible(findings: readonly Finding[]): Finding[] {
  const taken: string[] = [];
  const chosen: Finding[] = [];
  for (const finding of findings) {
    const edits: DocumentEdit[] = finding.fix?.edits ?? [];
    if (edits.some((edit) => "remove" in edit)) {
      if (chosen.length === 0) return [finding];
      continue;
    }
    const paths = edits.map(({ path }) => `/${path.join("/")}/`);
    if (paths.some((path) => taken.some((other) => path.startsWith(other) || other.startsWith(path))))
      continue;
    taken.push(...paths);
    chosen.push(finding);
  }
  return chosen;
}
