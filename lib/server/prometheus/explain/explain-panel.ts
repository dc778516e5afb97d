import { listDatasourcesWithSecrets, pickDatasource } from "@/lib/server/prometheus/find-datasource";
import { getStoredReading } from "@/lib/server/prometheus/find-stored-dashboard";
import { findRequestedPanel } from "@/lib/server/prometheus/panel-batch";
import { type PlannedTarget, planPanel } from "@/lib/server/prometheus/plan-panel";
import { confineRequest } from "@/lib/server/prometheus/variables/confine-request";
import { assertCan, mayQueryFreely, type TenantContext } from "@/lib/server/tenants/context";
import type { ReadDashboard, ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { AppError } from "@/lib/shared/errors";
import { ExplainPanelRequest } from "@/lib/shared/prometheus/explain-request";
import { type EmptyExplanation, type Finding, toExplanation } from "@/lib/shared/promql/explain/explanation";
import { can } from "@/lib/shared/tenants/permissions";
import { currentValue } from "@/lib/shared/variables/build-scope";
import { variableNamesIn } from "@/lib/shared/variables/variable-scope";
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
  if (!target)
    return plain({ reason: "unknown", message: "This panel asks nothing yet. Edit it to add a query." });
  const { datasource, finding } = choose(target, all);
  if (!datasource) return plain(finding);
  const written = panel.targets.find(({ refId }) => refId === target.refId)?.expr ?? "";
  const variables = variablesIn(written, request, dashboard);
  const { expr, grid } = target;
  const explained = await runExplanation({ ctx, expr, grid, datasource, all, variables, signal });
  const fix = fitFix(explained.fix, written);
  const mayApply = fix?.kind !== "replace" || can(ctx.role, "dashboard:write");
  return { ...explained, fix: mayApply ? fix : null };
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

function choose(
  { datasource: { type, uid } }: PlannedTarget,
  all: Parameters<typeof pickDatasource>[0],
): { datasource?: ReturnType<typeof pickDatasource>; finding: Finding } {
  const foreign = type !== undefined && type !== "prometheus" && type !== "default" && !type.includes("$");
  const message = foreign
    ? `This query is for a datasource of type ${type}. Only Prometheus is asked here.`
    : "This tenant has no datasource yet. An administrator can add one.";
  const datasource = foreign ? undefined : (pickDatasource(all, uid) ?? all[0]);
  return { datasource, finding: { reason: "datasource_unknown", message } };
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
