import type { Finding, LintReport } from "@/lib/shared/dashboards/lint/lint-report";

function placeOf({ place }: Finding): string {
  if (place.variable !== null) return `variable ${place.variable}`;
  if (place.panelId === null) return place.path.join(".") || "dashboard";
  return `panel ${place.panelId} "${place.panel}"${place.refId === null ? "" : `, query ${place.refId}`}`;
}

/** The findings of a file as lines for people; nothing for a clean one. */
export function describeReport(file: string, { findings, excepted, unusedExceptions }: LintReport): string {
  const lines = [
    ...findings.map(
      (finding) =>
        `  ${finding.severity.padEnd(7)} ${finding.rule}: ${placeOf(finding)}: ${finding.message}${finding.fix ? ` (fix: ${finding.fix.label})` : ""}`,
    ),
    ...excepted.map((finding) => `  kept    ${finding.rule}: ${placeOf(finding)}: ${finding.reason}`),
    ...unusedExceptions.map(({ rule }) => `  unused  ${rule}: nothing is found any more for this exception`),
  ];
  return lines.length === 0 ? "" : `${file}\n${lines.join("\n")}\n`;
}
