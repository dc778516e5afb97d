import { toAppError } from "@/lib/server/http/error-response";
import type { Exemplar } from "@/lib/shared/prometheus/frame";
import type { TargetData, TargetError } from "@/lib/shared/prometheus/panel-batch";
import { toExemplars } from "@/lib/shared/prometheus/to-exemplars";
import { addMatchers } from "@/lib/shared/promql/add-matchers";
import { variableNamesIn } from "@/lib/shared/variables/variable-scope";
import { askFrame } from "./ask-frame";
import { chooseDatasource } from "./choose-datasource";
import type { PrometheusDatasource } from "./datasource";
import type { EndpointName } from "./endpoints";
import { filtersOfDatasource } from "./filters-of-datasource";
import { askGateway } from "./gateway";
import { gatewayErrorType } from "./gateway-error-response";
import type { PlannedTarget } from "./plan-panel";
import { type Params, toParams } from "./read-params";

export interface TargetPlace {
  panelId: number;
  key?: string;
}

interface RunInput {
  target: PlannedTarget;
  place: TargetPlace;
  datasources: readonly PrometheusDatasource[];
  signal: AbortSignal;
  requestId: string;
}

/** A batch may wait this long for a free place; one query alone is told to come again sooner. */
const waitMs = 30_000;

/** Asks one target; what goes wrong becomes its line and stops no other. */
export async function runTarget({
  target,
  place,
  datasources,
  signal,
  requestId,
}: RunInput): Promise<TargetData | TargetError> {
  const { refId, grid, shareMs } = target;
  const startedMs = performance.now();
  let { expr } = target;
  try {
    const { datasource, warning } = chooseDatasource(target, datasources);
    expr = addMatchers(expr, filtersOfDatasource(datasource, target, datasources));
    const { startSeconds: start, endSeconds: end } = grid;
    const ask = (asked: EndpointName, form: Params) =>
      askGateway({ datasource, endpoint: asked, params: form, waitMs, shareMs, signal });
    const [{ frame, warnings: own }, exemplars] = await Promise.all([
      askFrame(target, expr, ask, datasource.id),
      target.exemplars
        ? findExemplars(() => ask("query_exemplars", toParams({ query: expr, start, end })))
        : [],
    ]);
    const warnings = [...(warning ? [warning] : []), ...own];
    const stats = { durationMs: Math.round(performance.now() - startedMs), datasource: datasource.name };
    return {
      type: "data",
      ...place,
      refId,
      expr,
      frame,
      stats,
      ...(exemplars.length > 0 ? { exemplars } : {}),
      ...(warnings.length > 0 ? { warnings } : {}),
    };
  } catch (error) {
    const known = toAppError(error, requestId);
    const errorType = gatewayErrorType(known);
    const message = `${errorType === "bad_data" ? unknownVariables(expr) : ""}${known.message}`;
    return { type: "error", ...place, refId, expr, errorType, message };
  }
}

/** An upstream without exemplars, or one that fails to give them, still has its series shown. */
async function findExemplars(ask: () => Promise<{ data: unknown }>): Promise<Exemplar[]> {
  try {
    return toExemplars((await ask()).data);
  } catch {
    return [];
  }
}

/** A name that nothing filled in is the likeliest reason why a text cannot be parsed. */
function unknownVariables(expr: string): string {
  const names = variableNamesIn(expr).filter((name) => !/^\d/.test(name));
  if (names.length === 0) return "";
  const list = names.map((name) => `$${name}`).join(", ");
  return names.length === 1
    ? `${list} is no variable of this dashboard. `
    : `${list} are no variables of this dashboard. `;
}
