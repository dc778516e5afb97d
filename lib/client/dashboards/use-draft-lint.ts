import { useEffect, useState } from "react";
import type { LintReport } from "@/lib/shared/dashboards/lint/lint-report";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";

export interface DraftLint {
  /** What was looked at: a fix of the report fits this document and no other. */
  document: DashboardDocument;
  report: LintReport;
  /** Datasources whose metrics could not be looked up. */
  unreachable: string[];
}

const settledMs = 500;

/** What the rules find in the draft, a moment after the last change; the rules are loaded when they are first needed. */
export function useDraftLint(document: DashboardDocument): DraftLint | null {
  const [lint, setLint] = useState<DraftLint | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const { lintDashboard } = await import("@/lib/shared/dashboards/lint/lint-dashboard");
      if (isCurrent) setLint({ document, report: lintDashboard(document), unreachable: [] });
    }, settledMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [document]);
  return lint;
}
