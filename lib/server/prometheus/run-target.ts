import { toAppError } from "@/lib/server/http/error-response";
import { withFewerSeries } from "@/lib/shared/panels/most-series";
import type { TargetData, TargetError } from "@/lib/shared/prometheus/panel-batch";
import { toInstantFrame, toRangeFrame } from "@/lib/shared/prometheus/to-frame";
import type { PrometheusDatasource } from "./datasource";
import { pickDatasource } from "./find-datasource";
import { askGateway } from "./gateway";
import { GatewayError } from "./gateway-error";
import { gatewayErrorType } from "./gateway-error-response";
import type { PlannedTarget } from "./plan-panel";
import { toParams } from "./read-params";

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
  const { refId, expr, kind, grid } = target;
  try {
    const { datasource, warning } = choose(target, datasources);
    const { startSeconds: start, endSeconds: end, stepSeconds: step } = grid;
    const params = toParams(
      kind === "instant" ? { query: expr, time: end } : { query: expr, start, end, step },
    );
    const endpoint = kind === "instant" ? "query" : "query_range";
    const answer = await askGateway({ datasource, endpoint, params, waitMs, signal });
    const whole = kind === "instant" ? toInstantFrame(answer.data, end) : toRangeFrame(answer.data, grid);
    const frame = withFewerSeries(whole, target.mostSeries);
    const worth = answer.warnings.filter((text) => !answer.notes.includes(text));
    const warnings = [...(warning ? [warning] : []), ...worth];
    return { type: "data", ...place, refId, expr, frame, ...(warnings.length > 0 ? { warnings } : {}) };
  } catch (error) {
    const known = toAppError(error, requestId);
    return {
      type: "error",
      ...place,
      refId,
      expr,
      errorType: gatewayErrorType(known),
      message: known.message,
    };
  }
}

function choose(
  { datasource: { type, uid } }: PlannedTarget,
  datasources: readonly PrometheusDatasource[],
): { datasource: PrometheusDatasource; warning?: string } {
  if (type !== undefined && type !== "prometheus" && type !== "default" && !type.includes("$")) {
    throw new GatewayError(
      "not_found",
      `This query is for a datasource of type ${type}. Only Prometheus is asked here.`,
    );
  }
  const picked = pickDatasource(datasources, uid);
  if (picked) return { datasource: picked };
  const [fallback] = datasources;
  if (!fallback)
    throw new GatewayError("not_found", "This tenant has no datasource yet. An administrator can add one.");
  return {
    datasource: fallback,
    warning: `There is no datasource "${uid}" here; "${fallback.name}" was asked instead.`,
  };
}
