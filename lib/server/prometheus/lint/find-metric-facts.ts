import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { PrometheusDatasource } from "@/lib/server/prometheus/datasource";
import { askGateway, type GatewayQuestion } from "@/lib/server/prometheus/gateway";
import { toParams } from "@/lib/server/prometheus/read-params";
import type { MetricFacts } from "@/lib/shared/dashboards/lint/lint-facts";

const mostNames = 50_000;
const freshMs = 30_000;

const Names = z.array(z.string());
const Metadata = z.record(z.string(), z.array(z.object({ type: z.string() })));
const Rules = z.object({
  groups: z.array(
    z.object({
      rules: z.array(z.looseObject({ type: z.string(), name: z.string(), query: z.string() })),
    }),
  ),
});
const Counts = z.object({
  result: z.array(
    z.object({ metric: z.record(z.string(), z.string()), value: z.tuple([z.number(), z.string()]) }),
  ),
});

type Known = Omit<MetricFacts, "series">;

// Somebody who types has the draft checked every other second; names change with deployments. The key holds the
// datasource's id and revision, which no two tenants share.
const kept = new LRUCache<string, Known>({ max: 100, ttl: freshMs });

/** What a datasource knows of its metrics. Throws when it does not answer at all. */
export async function findMetricFacts(
  datasource: PrometheusDatasource,
  counted: readonly string[],
  signal?: AbortSignal,
): Promise<MetricFacts> {
  const ask = async (question: Pick<GatewayQuestion, "endpoint" | "params" | "labelName">) =>
    (await askGateway({ datasource, signal, ...question })).data;
  const key = `${datasource.id}:${datasource.revision}`;
  const known = kept.get(key) ?? (await findKnown(ask));
  kept.set(key, known);
  return { ...known, series: counted.length > 0 ? await countSeries(ask, counted) : new Map() };
}

type Ask = (question: Pick<GatewayQuestion, "endpoint" | "params" | "labelName">) => Promise<unknown>;

async function findKnown(ask: Ask): Promise<Known> {
  const names = Names.parse(
    await ask({ endpoint: "label_values", labelName: "__name__", params: toParams({ limit: mostNames }) }),
  );
  // Not every engine tells these two; what is missing is not judged.
  const metadata = Metadata.safeParse(await orNull(ask({ endpoint: "metadata", params: toParams({}) })));
  const rules = Rules.safeParse(
    await orNull(ask({ endpoint: "rules", params: toParams({ type: "record" }) })),
  );
  return {
    names: names.length < mostNames ? new Set(names) : null,
    types: new Map(
      Object.entries(metadata.data ?? {}).flatMap(([metric, entries]) => {
        const types = new Set(entries.map(({ type }) => type));
        const [type] = types;
        return type !== undefined && types.size === 1 ? [[metric, type] as const] : [];
      }),
    ),
    recordings: (rules.data?.groups ?? [])
      .flatMap((group) => group.rules)
      .filter(({ type }) => type === "recording")
      .map(({ name, query }) => ({ name, expr: query })),
  };
}

async function countSeries(ask: Ask, metrics: readonly string[]): Promise<Map<string, number>> {
  const query = `count by (__name__) ({__name__=~"${metrics.join("|")}"})`;
  const counts = Counts.safeParse(await orNull(ask({ endpoint: "query", params: toParams({ query }) })));
  return new Map(
    (counts.data?.result ?? []).map(({ metric, value }) => [metric.__name__ ?? "", Number(value[1])]),
  );
}

function orNull(answer: Promise<unknown>): Promise<unknown> {
  return answer.catch(() => null);
}
