import { ownTurn } from "@/lib/server/own-turn";
import { type LintOptions, lintInSteps } from "@/lib/shared/dashboards/lint/lint-dashboard";
import type { LintReport } from "@/lib/shared/dashboards/lint/lint-report";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";

/** Some fifty rules read a dashboard from end to end; others get their turn between them. */
export async function lintInTurns(document: DashboardDocument, options: LintOptions): Promise<LintReport> {
  const steps = lintInSteps(document, options);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await ownTurn();
  }
}
