import { toAppError } from "@/lib/server/http/error-response";
import { assertCan, mayQueryFreely, type TenantContext } from "@/lib/server/tenants/context";
import { readPanel } from "@/lib/shared/dashboards/read-panel";
import type { ReadDashboard, ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { AppError } from "@/lib/shared/errors";
import type { JsonObject } from "@/lib/shared/json";
import {
  type PanelBatchLine,
  PanelBatchRequest,
  type TargetError,
} from "@/lib/shared/prometheus/panel-batch";
import { assertFewVariables } from "./assert-few-variables";
import type { PrometheusDatasource } from "./datasource";
import { listDatasourcesWithSecrets } from "./find-datasource";
import { getStoredReading } from "./find-stored-dashboard";
import { GatewayError } from "./gateway-error";
import { gatewayErrorType } from "./gateway-error-response";
import { type PlannedTarget, planPanel } from "./plan-panel";
import { runTarget, type TargetPlace } from "./run-target";
import { confineRequest } from "./variables/confine-request";

type PanelRequest = PanelBatchRequest["panels"][number];
type Send = (line: PanelBatchLine) => Promise<void> | void;

interface Batch {
  ctx: TenantContext;
  request: PanelBatchRequest;
  dashboard: ReadDashboard | null;
  datasources: PrometheusDatasource[];
  signal: AbortSignal;
  /** Of the monotonic clock. */
  endsAtMs: number;
}

const concurrency = 8;
/** What a page may see was read at its beginning, and is not believed for longer. */
const longestMs = 5 * 60_000;
const tooLong =
  "The page has been asking for five minutes; the rest was not asked for. Reload it, or open fewer panels.";

/**
 * Asks all panels of a page. What is wrong with the request as a whole is thrown before the first line; the
 * returned function then sends each target's line as it arrives and ends with `done`.
 */
export async function preparePanelBatch(
  ctx: TenantContext,
  body: unknown,
  signal: AbortSignal,
): Promise<(send: Send) => Promise<void>> {
  assertCan(ctx, "query:run");
  assertFewVariables(body);
  const request = PanelBatchRequest.parse(body);
  if (request.panels.some(({ panel }) => panel !== undefined)) assertCan(ctx, "query:draft");
  if (request.toMs <= request.fromMs) throw new GatewayError("bad_data", '"toMs" must lie after "fromMs".');
  const [dashboard, datasources] = await Promise.all([
    request.dashboardUid === undefined ? null : getStoredReading(ctx, request.dashboardUid),
    listDatasourcesWithSecrets(ctx),
  ]);
  const checked = await confineRequest(ctx, { request, dashboard, datasources, signal });
  const endsAtMs = performance.now() + longestMs;
  const batch = { ctx, request: checked, dashboard, datasources, signal, endsAtMs };
  return (send) => run(batch, send);
}

async function run(batch: Batch, send: Send): Promise<void> {
  const jobs = allJobs(batch, send);
  const worker = async () => {
    for (let next = jobs.next(); !next.done && !batch.signal.aborted; next = jobs.next()) await next.value();
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  if (!batch.signal.aborted) await send({ type: "done" });
}

/** Panels are planned when their turn comes, so that a large page holds up nobody else. */
function* allJobs(batch: Batch, send: Send): Generator<() => Promise<void>, void> {
  for (const panel of batch.request.panels) yield* jobsOf(panel, batch, send);
}

/** One job a target; the last one to end closes the panel. */
function jobsOf(request: PanelRequest, batch: Batch, send: Send): (() => Promise<void>)[] {
  const place: TargetPlace = {
    panelId: request.panelId,
    ...(request.key === undefined ? {} : { key: request.key }),
  };
  const done = () => send({ type: "panelDone", ...place });
  const fail = (errorType: TargetError["errorType"], message: string) => async () => {
    await send(errorLine(place, "", errorType, message));
    await done();
  };
  const panel = findRequestedPanel(request, batch.dashboard);
  if (!panel) return [fail("not_found", `The dashboard has no panel ${request.panelId}. Reload the page.`)];
  const targets = plan(panel, request, batch);
  if (targets instanceof AppError) return [fail(gatewayErrorType(targets), targets.message)];
  if (targets.length === 0) return [async () => done()];
  let open = targets.length;
  return targets.map((target) => async () => {
    const { datasources, signal, ctx, endsAtMs } = batch;
    const line =
      performance.now() < endsAtMs
        ? await runTarget({ target, place, datasources, signal, requestId: ctx.requestId })
        : errorLine(place, target.refId, "timeout", tooLong);
    if (signal.aborted) return;
    await send(line);
    open -= 1;
    if (open === 0) await done();
  });
}

function errorLine(
  place: TargetPlace,
  refId: string,
  errorType: TargetError["errorType"],
  message: string,
): TargetError {
  return { type: "error", ...place, refId, errorType, message };
}

function plan(
  panel: ReadPanel,
  request: PanelRequest,
  { ctx, request: batch, dashboard }: Batch,
): PlannedTarget[] | AppError {
  try {
    return planPanel({
      panel,
      request,
      batch,
      variables: dashboard?.variables ?? [],
      dashboard: { uid: dashboard?.uid ?? null, title: dashboard?.title ?? "" },
      tenant: ctx.tenant,
      viewer: ctx.actor,
      confined: !mayQueryFreely(ctx),
    });
  } catch (error) {
    // One panel that cannot be planned must not break off the lines of all others.
    return toAppError(error, ctx.requestId);
  }
}

/** The panel as drafted in the request, else as stored. */
export function findRequestedPanel(
  request: PanelRequest,
  dashboard: ReadDashboard | null,
): ReadPanel | undefined {
  if (request.panel === undefined) return dashboard?.panels.find((panel) => panel.id === request.panelId);
  const place = { id: request.panelId, path: [], gridPos: { x: 0, y: 0, w: 12, h: 8 }, rowId: null };
  return readPanel(toJsonObject(request.panel), place);
}

/** The request's body came out of JSON, so whatever stands in it is JSON. */
function toJsonObject(value: Record<string, unknown>): JsonObject {
  return value as JsonObject;
}
