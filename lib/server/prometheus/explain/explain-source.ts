import type { PrometheusDatasource } from "@/lib/server/prometheus/datasource";
import { askGateway, type GatewayQuestion } from "@/lib/server/prometheus/gateway";
import { GatewayError } from "@/lib/server/prometheus/gateway-error";
import { toParams } from "@/lib/server/prometheus/read-params";
import { isJsonObject } from "@/lib/shared/json";
import type { RangeGrid } from "@/lib/shared/prometheus/to-frame";
import { printEnforced } from "@/lib/shared/promql/enforce";
import type { EnforcedMatchers } from "@/lib/shared/promql/enforced-matchers";

type Labels = Record<string, string>;

/** Asks the tenant's own part of a datasource; enforcing happens behind it, so that nothing foreign can be named. */
export interface ExplainSource {
  /** Series at one time. */
  vector(expr: string, timeSeconds: number): Promise<{ labels: Labels; value: number }[]>;
  /** Points of each series over the range. */
  matrix(
    expr: string,
    grid: RangeGrid,
  ): Promise<{ labels: Labels; points: [seconds: number, value: number][] }[]>;
  /** Raw samples of a range selector at one time. */
  samples(expr: string, timeSeconds: number): Promise<number[][]>;
  names(path: "labels" | { label: string }, selectors: string, limit?: number): Promise<string[]>;
  series(selector: string, limit?: number): Promise<Labels[]>;
  /** The type that a metric's own exporter gives, where it is known. */
  metricType(metric: string): Promise<string | null>;
  /** The tenant's matchers in words, empty when there are none. */
  limitedTo: string;
  matchers: EnforcedMatchers;
}

interface SourceOptions {
  datasource: PrometheusDatasource;
  signal?: AbortSignal;
  /** How long one question may take. */
  timeoutMs: number;
}

const mostNames = 20_000;
/** Counts and names: what is larger is no answer to these questions, and would hold up others. */
const mostBytes = 4_000_000;
/** Without a start Prometheus looks through everything, VictoriaMetrics through the present day. */
const ofAllTime = 0;

export function explainSource({ datasource, signal, timeoutMs }: SourceOptions): ExplainSource {
  const timeout = String(timeoutMs / 1_000);
  const ask = async (
    question: Pick<GatewayQuestion, "endpoint" | "labelName">,
    values: Parameters<typeof toParams>[0],
  ) => {
    // Names and series take no time-out of their own in the gateway.
    const limit = AbortSignal.timeout(timeoutMs + 500);
    try {
      const { data } = await askGateway({
        datasource,
        waitMs: 1_000,
        maxBytes: mostBytes,
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
        params: toParams(values),
        ...question,
      });
      return data;
    } catch (error) {
      if (!limit.aborted || signal?.aborted) throw error;
      throw new GatewayError("timeout", "The datasource did not answer in time.");
    }
  };
  const list = async (...asked: Parameters<typeof ask>) => {
    const data = await ask(...asked);
    return Array.isArray(data) ? data : [];
  };
  return {
    vector: async (query, time) =>
      resultsOf(await ask({ endpoint: "query" }, { query, time, timeout })).map((one) => ({
        labels: labelsOf(one.metric),
        value: sampleValue(Array.isArray(one.value) ? one.value[1] : Number.NaN),
      })),
    matrix: async (query, { startSeconds: start, endSeconds: end, stepSeconds: step }) =>
      resultsOf(await ask({ endpoint: "query_range" }, { query, start, end, step, timeout })).map((one) => ({
        labels: labelsOf(one.metric),
        points: pairsOf(one.values).map(([at, value]) => [Number(at), sampleValue(value)]),
      })),
    samples: async (query, time) =>
      resultsOf(await ask({ endpoint: "query" }, { query, time, timeout })).map((one) =>
        pairsOf(one.values).map(([at]) => Number(at)),
      ),
    names: async (path, selector, limit = mostNames) => {
      const question =
        path === "labels"
          ? ({ endpoint: "labels" } as const)
          : ({ endpoint: "label_values", labelName: path.label } as const);
      return (await list(question, { "match[]": [selector], limit, start: ofAllTime })).map(String);
    },
    series: async (selector, limit = 20) =>
      (await list({ endpoint: "series" }, { "match[]": [selector], limit, start: ofAllTime }))
        .filter(isJsonObject)
        .map(labelsOf),
    metricType: async (metric) => metadataType(await ask({ endpoint: "metadata" }, { metric })),
    limitedTo: printEnforced(datasource.matchers).join(", "),
    matchers: datasource.matchers,
  };
}

/** Infinities have names of their own in Prometheus' answers. */
function sampleValue(value: unknown): number {
  return Number(String(value).replace(/Inf$/, "Infinity"));
}

function resultsOf(data: unknown): { [key: string]: unknown }[] {
  return isJsonObject(data) && Array.isArray(data.result) ? data.result.filter(isJsonObject) : [];
}

function pairsOf(values: unknown): unknown[][] {
  return Array.isArray(values) ? values.filter((pair) => Array.isArray(pair)) : [];
}

function labelsOf(metric: unknown): Labels {
  if (!isJsonObject(metric)) return {};
  return Object.fromEntries(Object.entries(metric).map(([label, value]) => [label, String(value)]));
}

function metadataType(data: unknown): string | null {
  if (!isJsonObject(data)) return null;
  const [entries] = Object.values(data);
  const first = Array.isArray(entries) ? entries[0] : null;
  return isJsonObject(first) && typeof first.type === "string" && first.type !== "unknown"
    ? first.type
    : null;
}
