import { askPrometheus } from "@/lib/client/prometheus/ask-prometheus";
import { isJsonObject } from "@/lib/shared/json";
import { quote } from "@/lib/shared/promql/quote";
import { askVector, type VectorSource } from "./ask-vector";

/** Longer lists are searched, not scrolled. */
export const mostNames = 1_000;
const mostMetadata = 5_000;

export interface MetricMetadata {
  type: string;
  help: string;
  unit: string;
}

/** Names of the tenant's metrics that contain the text, whatever its case. */
export async function askMetricNames(source: VectorSource, text: string): Promise<string[]> {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  const matchers = words.map((word) => `__name__=~${quote(`(?i).*${escapeRegex(word)}.*`)}`);
  const match = `{${['__name__!=""', ...matchers].join(",")}}`;
  return askNames(source, "label/__name__/values", match);
}

/** Values of a label of a metric with the series of each, the most first. */
export async function askLabelValues(
  source: VectorSource,
  metric: string,
  label: string,
): Promise<{ value: string; series: number | null }[]> {
  const selector = `{__name__=${quote(metric)}}`;
  const plain = /^[a-zA-Z_]\w*$/.test(label) ? label : quote(label);
  const [values, counted] = await Promise.all([
    askNames(source, `label/${encodeURIComponent(label)}/values`, selector),
    askVector(source, `topk(${mostNames}, count by (${plain}) (${selector}))`),
  ]);
  const series = new Map(counted.map(({ labels, value }) => [labels[label] ?? "", value]));
  return values
    .map((value) => ({ value, series: series.get(value) ?? null }))
    .toSorted((a, b) => (b.series ?? 0) - (a.series ?? 0) || (a.value < b.value ? -1 : 1));
}

/** What the exporters say of their metrics, by name. */
export async function askMetadata(source: VectorSource): Promise<ReadonlyMap<string, MetricMetadata>> {
  const params = { limit: String(mostMetadata), limit_per_metric: "1" };
  const data = await askPrometheus({ ...source, path: "metadata", params });
  return new Map(
    Object.entries(isJsonObject(data) ? data : {}).flatMap(([name, entries]) => {
      const first: unknown = Array.isArray(entries) ? entries[0] : null;
      if (!isJsonObject(first)) return [];
      const { type, help, unit } = first;
      return [[name, { type: textOf(type), help: textOf(help), unit: textOf(unit) }] as const];
    }),
  );
}

/** A histogram's and a counter's series carry endings that their metadata has not. */
export function metadataOf(
  all: ReadonlyMap<string, MetricMetadata>,
  metric: string,
): MetricMetadata | undefined {
  return all.get(metric) ?? all.get(metric.replace(/_(bucket|count|sum|total)$/, ""));
}

async function askNames(source: VectorSource, path: string, match: string): Promise<string[]> {
  const data = await askPrometheus({
    ...source,
    path,
    params: { "match[]": match, limit: String(mostNames) },
  });
  return Array.isArray(data) ? data.map(String) : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function escapeRegex(text: string): string {
  return text.replace(/[.+*?()|[\]{}^$\\]/g, "\\$&");
}
