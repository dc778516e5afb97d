import { isJsonObject } from "@/lib/shared/json";
import type { EndpointName } from "./endpoints";

export interface CheckedAnswer {
  data: unknown;
  warnings: string[];
  infos: string[];
  /** Nothing but status and data: the text may be handed on as it came. */
  bare: boolean;
}

const isStrings = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === "string");
const isObjects = (value: unknown) => Array.isArray(value) && value.every(isJsonObject);

const shapes: Record<EndpointName, (data: unknown) => boolean> = {
  query: isQueryResult,
  query_range: (data) => isQueryResult(data) && isJsonObject(data) && data.resultType === "matrix",
  query_exemplars: isObjects,
  series: isObjects,
  labels: isStrings,
  label_values: isStrings,
  metadata: isJsonObject,
  alerts: isJsonObject,
  rules: isJsonObject,
  format_query: (data) => typeof data === "string",
  parse_query: isJsonObject,
  buildinfo: isJsonObject,
};

/** The answer of a Prometheus to this endpoint, or null when it is anything else. */
export function checkAnswer(endpoint: EndpointName, answer: unknown): CheckedAnswer | null {
  if (!isJsonObject(answer) || answer.status !== "success") return null;
  // Prometheus answers null for an empty list.
  const data = answer.data === null && endpoint !== "query" && endpoint !== "query_range" ? [] : answer.data;
  if (!shapes[endpoint](data)) return null;
  const bare = Object.keys(answer).every((key) => key === "status" || key === "data") && data === answer.data;
  return { data, warnings: stringsIn(answer.warnings), infos: stringsIn(answer.infos), bare };
}

function stringsIn(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === "string") : [];
}

function isQueryResult(data: unknown): boolean {
  if (!isJsonObject(data)) return false;
  const { resultType, result } = data;
  if (resultType === "vector" || resultType === "matrix") return isObjects(result);
  return (resultType === "scalar" || resultType === "string") && Array.isArray(result) && result.length === 2;
}
