import type { Finding } from "@/lib/shared/dashboards/lint/lint-report";
import { lintSeverities } from "@/lib/shared/dashboards/lint/lint-rule";
import { lintRules } from "@/lib/shared/dashboards/lint/lint-rules";

export interface FindingGroup {
  rule: string;
  title: string;
  why: string;
  severity: Finding["severity"];
  findings: Finding[];
}

/** Findings by rule and severity, the gravest first. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule}`;
    const rule = lintRules.find(({ id }) => id === finding.rule);
    const group = groups.get(key) ?? {
      rule: finding.rule,
      title: rule?.title ?? finding.rule,
      why: rule?.why ?? "",
      severity: finding.severity,
      findings: [],
    };
    group.findings.push(finding);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => lintSeverities.indexOf(a.severity) - lintSeverities.indexOf(b.severity),
  );
}

export function groupKey({ severity, rule }: FindingGroup): string {
  return `${severity} ${rule}`;
}

/** Nothing moves under the pointer: groups that are seen keep their places, what is found later stands below them. */
export function placeNewLast(groups: readonly FindingGroup[], seen: readonly string[]): FindingGroup[] {
  const placeOf = (group: FindingGroup) => {
    const place = seen.indexOf(groupKey(group));
    return place < 0 ? seen.length : place;
  };
  return groups.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Where a finding stands, in words. */
export function placeWords({ place }: Finding): string {
  if (place.variable !== null) return `Variable ${place.variable}`;
  if (place.panelId === null) return "Dashboard";
  return place.refId === null ? place.panel : `${place.panel}, query ${place.refId}`;
}
