import type { Tree } from "@lezer/common";
import type { DocumentEdit } from "@/lib/shared/dashboards/edit/apply-edits";
import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { asksPrometheus } from "@/lib/shared/dashboards/queries/asks-prometheus";
import { listQueryTexts, type QueryText } from "@/lib/shared/dashboards/queries/list-query-texts";
import { readObjects } from "@/lib/shared/dashboards/read-json";
import type {
  DashboardDocument,
  ReadDashboard,
  ReadPanel,
  ReadTarget,
  ReadVariable,
} from "@/lib/shared/dashboards/reading-model";
import { AppError } from "@/lib/shared/errors";
import { assertWithinLimits } from "@/lib/shared/promql/limits";
import { maskVariables } from "@/lib/shared/promql/mask-variables";
import { type PromqlPosition, parsePromql } from "@/lib/shared/promql/parse";
import { changeText, type TextChange } from "@/lib/shared/promql/text-change";
import type { LintFacts, MetricFacts } from "./lint-facts";

/** One PromQL expression of the dashboard, parsed with its variables masked by names of the same length. */
export interface LintQuery extends QueryText {
  expr: string;
  /** Null when it does not parse; `parseError` says why. */
  tree: Tree | null;
  parseError: { message: string; position: number } | null;
  panel: ReadPanel | null;
  target: ReadTarget | null;
  variable: ReadVariable | null;
  metrics: MetricFacts | null;
}

export function queriesOf(
  document: DashboardDocument,
  dashboard: ReadDashboard,
  facts: LintFacts,
): LintQuery[] {
  const panels = new Map(dashboard.panels.map((panel) => [panel.path.join("."), panel]));
  const variables = new Map(dashboard.variables.map((variable) => [variable.path.join("."), variable]));
  const seen = new Set<string>();
  return listQueryTexts(document).flatMap((query) => {
    if (!asksPrometheus(query.datasourceType)) return [];
    const expr = query.text.slice(query.from, query.to);
    const owner = query.owner.join(".");
    // The definition repeats the query; one finding is enough.
    if (query.kind !== "target" && seen.has(`${owner} ${expr}`)) return [];
    seen.add(`${owner} ${expr}`);
    const panel = panels.get(owner) ?? null;
    if (query.kind === "target" && !panel) return [];
    return [
      {
        ...query,
        expr,
        ...parse(expr),
        panel,
        target: panel ? targetAt(panel, query) : null,
        variable: variables.get(owner) ?? null,
        metrics: facts.metricsOf(query.datasource),
      },
    ];
  });
}

/** Targets that are no objects are not read, so positions in the document and in the reading may differ. */
function targetAt(panel: ReadPanel, { path }: QueryText): ReadTarget | null {
  const stored = getAt(panel.raw, ["targets", Number(path.at(-2))]);
  const index = readObjects(panel.raw.targets).findIndex((target) => Object.is(target, stored));
  return panel.targets[index] ?? null;
}

function parse(expr: string): Pick<LintQuery, "tree" | "parseError"> {
  if (expr.trim() === "") return { tree: null, parseError: null };
  try {
    // Before anything looks for variables, which takes long in a long text.
    assertWithinLimits(expr);
    return { tree: parsePromql(maskVariables(expr)), parseError: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { tree: null, parseError: { message: error.message, position: positionOf(error.details) } };
  }
}

function positionOf(details: unknown): number {
  const { position } = (details ?? {}) as Partial<PromqlPosition>;
  return typeof position === "number" ? position : 0;
}

/** The edit that changes parts of the expression and leaves the rest of its text as it is. */
export function editExpr(query: LintQuery, changes: readonly TextChange[]): DocumentEdit {
  const expr = changeText(query.expr, changes);
  return { path: query.path, value: query.text.slice(0, query.from) + expr + query.text.slice(query.to) };
}
