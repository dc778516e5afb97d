import { askPrometheus, type PrometheusQuestion } from "@/lib/client/prometheus/ask-prometheus";
import { isJsonObject } from "@/lib/shared/json";

export type VectorSource = Pick<PrometheusQuestion, "tenant" | "datasource" | "signal">;

export interface VectorSample {
  labels: Record<string, string>;
  value: number;
}

/** An instant query as labels and values. */
export async function askVector(
  source: VectorSource,
  query: string,
  timeSeconds?: number,
): Promise<VectorSample[]> {
  const time: Record<string, string> = timeSeconds === undefined ? {} : { time: String(timeSeconds) };
  const data = await askPrometheus({ ...source, path: "query", params: { query, ...time } });
  const result = isJsonObject(data) && Array.isArray(data.result) ? data.result : [];
  return result.filter(isJsonObject).map(({ metric, value }) => ({
    labels: isJsonObject(metric)
      ? Object.fromEntries(Object.entries(metric).map(([label, text]) => [label, String(text)]))
      : {},
    value: Array.isArray(value) ? Number(value[1]) : Number.NaN,
  }));
}
