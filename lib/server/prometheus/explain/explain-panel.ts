import { chooseDatasource } from "@/lib/server/prometheus/choose-datasource";
import type { PrometheusDatasource } from "@/lib/server/prometheus/datasource";
import { filtersOfDatasource } from "@/lib/server/prometheus/filters-of-datasource";
import { listDatasourcesWithSecrets } from "@/lib/server/prometheus/find-datasource";
import { getStoredReading } from "@/lib/server/prometheus/find-stored-dashboard";
import { findRequestedPanel } from "@/lib/server/prometheus/panel-batch";
import { type PlannedTarget, planPanel } from "@/lib/server/prometheus/plan-panel";
import { confineRequest } from "@/lib/server/prometheus/variables/confine-request";
import { assertCan, mayQueryFreely, type TenantContext } from "@/lib/server/tenants/context";
import type { ReadDashboard, ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { AppError } from "@/lib/shared/errors";
import { ExplainPanelRequest } from "@/lib/shared/prometheus/explain-request";
import { addMatchers } from "@/lib/shared/promql/add-matchers";
import { type EmptyExplanation, type Finding, toExplanation } from "@/lib/shared/promql/explain/explanation";
import { findPromqlError } from "@/lib/shared/promql/parse";
import { can } from "@/lib/shared/tenants/permissions";
import { currentValue } from "@/lib/shared/variables/build-scope";
import { variableNamesIn } from "@/lib/shared/variables/variable-scope";
import { assertFewVariables } from "../assert-few-variables";
import type { Explaining } from "./explaining";
import { fitFix } from "./fit-fix";
import { runExplanation } from "./run-explanation";

/** Why a query of a panel gives nothing. Viewers ask about stored panels; a draft needs the right to draft. */
export async function explainPanel(
  ctx: TenantContext,
  body: unknown,
  signal?: AbortSignal,
): Promise<EmptyExplanation> {
  assertCan(ctx, "query:run");
  assertFewVariables(body);
  const parsed = ExplainPanelRequest.parse(body);
  if (parsed.panels[0]?.panel !== undefined) assertCan(ctx, "query:draft");
  const [dashboard, all] = await Promise.all([
    parsed.dashboardUid === undefined ? null : getStoredReading(ctx, parsed.dashboardUid),
    listDatasourcesWithSecrets(ctx),
  ]);
  const request = await confineRequest(ctx, { request: parsed, dashboard, datasources: all, signal });
  const [asked] = request.panels;
  const panel = asked ? findRequestedPanel(asked, dashboard) : undefined;
  if (!asked || !panel) throw new AppError("NOT_FOUND", "The dashboard has no such panel. Reload the page.");
  const target = planTarget(panel, request, dashboard, !mayQueryFreely(ctx));
  if (!target) return plain({ reason: "unknown", message: "This panel asks nothing yet: it has no query." });
  const { datasource, message } = choose(target, all);
  if (datasource === null) return plain({ reason: "datasource_unknown", message });
  const written = panel.targets.find(({ refId }) => refId === target.refId)?.expr ?? "";
  const variables = variablesIn(written, request, dashboard);
  const expr = withFilters(target, datasource, all);
  const { grid } = target;
  const explained = await runExplanation({ ctx, expr, grid, datasource, all, variables, signal });
  const fix = fitFix(explained.fix, written);
  const mayApply = fix?.kind !== "replace" || can(ctx.role, "dashboard:write");
  const hints = message === "" ? explained.hints : [message, ...explained.hints];
  return { ...explained, hints, fix: mayApply ? fix : null };
}

function planTarget(
  panel: ReadPanel,
  request: ExplainPanelRequest,
  dashboard: ReadDashboard | null,
  confined: boolean,
): PlannedTarget | undefined {
  const [asked] = request.panels;
  if (!asked) return undefined;
  const targets = planPanel({
    panel,
    request: asked,
    batch: request,
    variables: dashboard?.variables ?? [],
    dashboard: { uid: dashboard?.uid ?? null, title: dashboard?.title ?? "" },
    confined,
  });
  return targets.find(({ refId }) => refId === request.refId) ?? targets[0];
}

/** Null where there is none to ask; the message says why. */
function choose(
  target: PlannedTarget,
  all: readonly PrometheusDatasource[],
): { datasource: PrometheusDatasource | null; message: string } {
  try {
    const { datasource, warning = "" } = chooseDatasource(target, all);
    return { datasource, message: warning };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { datasource: null, message: error.message };
  }
}

/** Ad hoc filters count as part of the query; what cannot be parsed is explained as it stands. */
function withFilters(
  target: PlannedTarget,
  datasource: PrometheusDatasource,
  all: readonly PrometheusDatasource[],
): string {
  const matchers = filtersOfDatasource(datasource, target, all);
  if (matchers.length === 0 || findPromqlError(target.expr) !== null) return target.expr;
  return addMatchers(target.expr, matchers);
}

/** The dashboard's variables that the query names, with what was put in for them. */
function variablesIn(
  written: string,
  request: ExplainPanelRequest,
  dashboard: ReadDashboard | null,
): Explaining["variables"] {
  const given = { ...request.variables, ...request.panels[0]?.scopedVariables };
  return variableNamesIn(written).flatMap((name) => {
    const variable = dashboard?.variables.find((one) => one.name === name);
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (variable) return [{ name, value: currentValue(variable, value) }];
    return value === undefined ? [] : [{ name, value }];
  });
}

function plain(finding: Finding): EmptyExplanation {
  return toExplanation(finding, [], 0);
}
