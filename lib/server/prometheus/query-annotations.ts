import { findStoredEvents } from "@/lib/server/dashboards/annotations/find-stored-events";
import { toAppError } from "@/lib/server/http/error-response";
import {
  assertCan,
  assertMayQueryFreely,
  mayQueryFreely,
  type TenantContext,
} from "@/lib/server/tenants/context";
import { readAnnotations } from "@/lib/shared/dashboards/read-annotations";
import type { ReadAnnotation, ReadDashboard, StoredAnnotations } from "@/lib/shared/dashboards/reading-model";
import { annotationEvents } from "@/lib/shared/panels/annotations/annotation-events";
import {
  type AnnotationAnswer,
  type AnnotationEvent,
  AnnotationRequest,
} from "@/lib/shared/prometheus/annotation-query";
import { isPrometheusType } from "@/lib/shared/prometheus/is-prometheus-type";
import { alignRange, calculateStep } from "@/lib/shared/prometheus/step";
import type { RangeGrid } from "@/lib/shared/prometheus/to-frame";
import { readStoredReference } from "@/lib/shared/prometheus/version-reference";
import { parseDurationMs } from "@/lib/shared/time/duration";
import { buildScope } from "@/lib/shared/variables/build-scope";
import { builtinVariables } from "@/lib/shared/variables/builtin-variables";
import { interpolate } from "@/lib/shared/variables/interpolate";
import { interpolatePromql } from "@/lib/shared/variables/interpolate-promql";
import { assertFewVariables } from "./assert-few-variables";
import type { PrometheusDatasource } from "./datasource";
import { listDatasourcesWithSecrets, pickDatasource } from "./find-datasource";
import { getStoredReading } from "./find-stored-dashboard";
import { framePieces } from "./frame-in-pieces";
import { askGateway } from "./gateway";
import { GatewayError } from "./gateway-error";
import { toParams } from "./read-params";
import { confineRequest } from "./variables/confine-request";

/** Finer than this nobody sees on a chart. */
const mostPoints = 600;
const mostEvents = 1_000;
const waitMs = 30_000;

/** The events of a stored dashboard's annotations; what is wrong with one of them stops no other. */
export async function queryAnnotations(
  ctx: TenantContext,
  body: unknown,
  signal: AbortSignal,
): Promise<{ items: AnnotationAnswer[] }> {
  assertCan(ctx, "query:run");
  assertFewVariables(body);
  const asked = AnnotationRequest.parse(body);
  if (asked.toMs <= asked.fromMs) throw new GatewayError("bad_data", '"toMs" must lie after "fromMs".');
  if (asked.drafts) assertMayQueryFreely(ctx);
  const stored = await getStoredReading(ctx, asked.dashboardUid);
  const dashboard = asked.drafts
    ? { ...stored, annotations: readAnnotations({ annotations: { list: asked.drafts } }) }
    : stored;
  const wanted = dashboard.annotations.filter(({ name }) => asked.names.includes(name));
  // What was written down needs no datasource and no confining: most dashboards ask for nothing else.
  const queries = wanted.some(({ stored }) => !stored);
  const datasources = queries ? await listDatasourcesWithSecrets(ctx) : [];
  const request = queries
    ? await confineRequest(ctx, { request: asked, dashboard, datasources, signal })
    : asked;
  const confined = !mayQueryFreely(ctx);
  const items = wanted.map(async (annotation): Promise<AnnotationAnswer> => {
    const { name } = annotation;
    try {
      if (annotation.stored)
        return { name, events: await findStored(ctx, annotation.stored, asked, dashboard) };
      return { name, ...(await ask({ annotation, dashboard, datasources, request, confined, signal })) };
    } catch (error) {
      return { name, events: [], problem: toAppError(error, ctx.requestId).message };
    }
  });
  return { items: await Promise.all(items) };
}

function findStored(
  ctx: TenantContext,
  stored: StoredAnnotations,
  { dashboardUid, fromMs, toMs, variables: values }: AnnotationRequest,
  { variables }: ReadDashboard,
) {
  const range = { fromMs, toMs };
  const scope = buildScope({ variables, values, range, builtins: builtinVariables(range) });
  const tags = stored.tags.flatMap((tag) => interpolate(tag, scope, "pipe").split("|"));
  const { uid } = readStoredReference(dashboardUid);
  return findStoredEvents(ctx, { ...range, stored: { ...stored, tags }, dashboardUid: uid });
}

interface AskInput {
  annotation: ReadAnnotation;
  dashboard: ReadDashboard;
  datasources: PrometheusDatasource[];
  request: AnnotationRequest;
  confined: boolean;
  signal: AbortSignal;
}

async function ask({ annotation, dashboard, datasources, request, confined, signal }: AskInput) {
  const range = { fromMs: request.fromMs, toMs: request.toMs };
  const { variables, uid, title } = dashboard;
  const values = request.variables;
  const about = { dashboard: { uid, title } };
  const plain = buildScope({ variables, values, range, builtins: builtinVariables({ ...range, ...about }) });
  const minIntervalSeconds = (parseDurationMs(interpolate(annotation.step, plain)) ?? 60_000) / 1_000;
  const step = calculateStep({
    ...range,
    maxDataPoints: mostPoints,
    minIntervalSeconds,
    scrapeIntervalSeconds: minIntervalSeconds,
  });
  const builtins = builtinVariables({ ...range, ...about, step });
  const scope = buildScope({ variables, values, range, builtins, confined });
  const query = interpolatePromql(annotation.expr, scope);
  const { stepSeconds } = step;
  const grid = { ...alignRange(range.fromMs, range.toMs, stepSeconds), stepSeconds };
  const datasource = choose(
    annotation,
    interpolate(annotation.datasource?.uid ?? "", plain, "raw"),
    datasources,
  );
  const params = toParams({ query, start: grid.startSeconds, end: grid.endSeconds, step: stepSeconds });
  const answer = await askGateway({ datasource, endpoint: "query_range", params, waitMs, signal });
  const { events, count } = await lastEvents(answer.data, grid, annotation);
  if (count <= mostEvents) return { events };
  return { events, problem: `${count} events; the last ${mostEvents} are shown.` };
}

/** Of many series some at a time, so that neither memory nor a turn is filled with what nobody will see. */
async function lastEvents(data: unknown, grid: RangeGrid, annotation: ReadAnnotation) {
  let events: AnnotationEvent[] = [];
  let count = 0;
  for await (const frame of framePieces(data, "range", grid)) {
    const more = annotationEvents(frame, annotation);
    count += more.length;
    events = [...events, ...more].toSorted((a, b) => a.fromMs - b.fromMs).slice(-mostEvents);
  }
  return { events, count };
}

function choose(
  { datasource }: ReadAnnotation,
  uid: string,
  datasources: readonly PrometheusDatasource[],
): PrometheusDatasource {
  const type = datasource?.type;
  if (type && !type.includes("$") && !isPrometheusType(type))
    throw new GatewayError("not_found", `These annotations come from a datasource of type ${type}.`);
  const picked = pickDatasource(datasources, uid);
  if (!picked) throw new GatewayError("not_found", `There is no datasource "${uid}" here.`);
  return picked;
}
