import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { toClassicView } from "@/lib/shared/dashboards/schema-v2/to-classic-view";
import { runSteps } from "@/lib/shared/run-steps";
import { findException, readExceptions } from "./exceptions";
import { type LintFacts, noFacts } from "./lint-facts";
import type { Finding, LintReport } from "./lint-report";
import type { LintRule } from "./lint-rule";
import { lintRules } from "./lint-rules";
import { lintSubject } from "./lint-subject";

export interface LintOptions {
  facts?: LintFacts;
  /** Also the rules for dashboards that are shared as a library. */
  mixin?: boolean;
}

const order = { error: 0, warning: 1, hint: 2 };

/** What the rules find in a dashboard, the gravest first; what an exception covers stands apart, with its reason. */
export function lintDashboard(document: DashboardDocument, options: LintOptions = {}): LintReport {
  return runSteps(lintInSteps(document, options));
}

/** The same rule by rule, for who has others to serve in between. */
export function* lintInSteps(
  document: DashboardDocument,
  { facts = noFacts, mixin = false }: LintOptions = {},
): Generator<void, LintReport> {
  const view = toClassicView(document);
  const subject = lintSubject(view, facts);
  const exceptions = readExceptions(document);
  const report: LintReport = { findings: [], excepted: [], unusedExceptions: [] };
  const used = new Set<unknown>();
  for (const rule of lintRules) {
    if (rule.mixin && !mixin) continue;
    yield;
    for (const found of rule.check(subject)) {
      const finding = view === document ? toFinding(rule, found) : inView(toFinding(rule, found));
      const exception = findException(exceptions, finding);
      if (exception) report.excepted.push({ ...finding, reason: exception.reason });
      else report.findings.push(finding);
      used.add(exception);
    }
  }
  report.findings.sort((a, b) => order[a.severity] - order[b.severity]);
  report.unusedExceptions = exceptions.filter((exception) => !used.has(exception));
  return report;
}

function toFinding(rule: LintRule, { severity, ...found }: ReturnType<LintRule["check"]>[number]): Finding {
  return { rule: rule.id, severity: severity ?? rule.severity, ...found };
}

/** Of schema v2 only a view is read: its places are none of the document, so nothing can be fixed there. */
function inView({ fix: _, ...finding }: Finding): Finding {
  return { ...finding, place: { ...finding.place, path: [] } };
}
