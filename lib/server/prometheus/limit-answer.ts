import { keysOf, LargeObject } from "@/lib/server/large-object";
import { ownTurn } from "@/lib/server/own-turn";
import { isJsonObject } from "@/lib/shared/json";
import type { Matrix } from "./cache/matrix";
import type { EndpointName } from "./endpoints";
import type { ReadAnswer } from "./read-answer";
import type { Params } from "./read-params";

/** About 5 ms of work. */
const namesATurn = 10_000;

// Prometheus' own words.
export const truncated = "results truncated due to limit";

/** Holds `limit` also where the upstream is too old to know it, or the answer was cut to the tenant after it. */
export async function limitAnswer(
  endpoint: EndpointName,
  params: Params,
  answer: ReadAnswer,
): Promise<ReadAnswer> {
  const limit = numberIn(params, "limit");
  if (endpoint === "metadata") {
    const data = await limitMetadata(answer.data, limit, numberIn(params, "limit_per_metric"));
    return data === answer.data ? answer : { ...answer, data, bytes: null };
  }
  const { data } = answer;
  const list = isJsonObject(data) ? data.result : data;
  if (limit === 0 || !Array.isArray(list) || list.length <= limit) return answer;
  if (isJsonObject(data) && data.resultType !== "vector" && data.resultType !== "matrix") return answer;
  const first = list.slice(0, limit);
  const warnings = [...new Set([...answer.warnings, truncated])];
  return { ...answer, data: isJsonObject(data) ? { ...data, result: first } : first, warnings, bytes: null };
}

/** As limitAnswer, of a range answer in columns. */
export function limitMatrix(matrix: Matrix, limit: number): Matrix {
  const metrics = new Set<string>();
  const end = matrix.lanes.findIndex(({ metric }) => metrics.add(metric).size > limit);
  if (limit === 0 || end === -1) return matrix;
  const warnings = [...new Set([...matrix.warnings, truncated])];
  return { ...matrix, lanes: matrix.lanes.slice(0, end), warnings, asItCame: undefined };
}

async function limitMetadata(data: unknown, limit: number, perMetric: number): Promise<unknown> {
  if (!isJsonObject(data) || (limit === 0 && perMetric === 0)) return data;
  const kept = new LargeObject();
  const names = keysOf(data);
  for (const [index, name] of names.slice(0, limit === 0 ? names.length : limit).entries()) {
    if (index % namesATurn === 0) await ownTurn();
    const list = data[name];
    kept.set(name, Array.isArray(list) && perMetric > 0 ? list.slice(0, perMetric) : list);
  }
  return kept.object;
}

function numberIn(params: Params, name: string): number {
  return Number(params.get(name)?.[0] ?? 0);
}
