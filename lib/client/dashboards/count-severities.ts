import type { Finding } from "@/lib/shared/dashboards/lint/lint-report";

export function countSeverities(findings: readonly Finding[]): Record<Finding["severity"], number> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
