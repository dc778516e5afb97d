import type { PrometheusDatasource } from "@/lib/server/prometheus/datasource";
import { carrierOf, type EnforcedMatchers } from "@/lib/shared/promql/enforced-matchers";
import type { Backfill, BackfilledSeries, TestPrometheus } from "./prometheus";

export const canaryEnd = 1_700_000_000;
const times = { startSeconds: canaryEnd - 3_600, endSeconds: canaryEnd, stepSeconds: 30 };
const quotedNames = ["odd.metric", "töst"];
const names = ["canary", "requests_total", "sum", "start", "by", "job:rate5m"];
/** By owner, so that a foreign sample shows in every sum. Some names are traps for a regular expression. */
const weights = { a: 1, b: 1e3, "": 1e6, "a.b": 2e3, aXb: 3e3, ab: 4e3 };

export type StartEngine = (backfill: Backfill) => Promise<TestPrometheus>;

interface Canary extends BackfilledSeries {
  labels: Record<string, string>;
}

/** Those of quoted names have a label that needs quotes too. */
function canaries(isQuoted = false): Canary[] {
  return Object.entries(weights).flatMap(([owner, weight]) =>
    (isQuoted ? quotedNames : names).flatMap((name, index) =>
      ["1", "2"].map((job) => {
        const common = { job, zone: job, instance: "i", le: "+Inf", owner: owner || "none" };
        const labels: Record<string, string> = owner === "" ? common : { ...common, tenant_id: owner };
        const inside = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
        const quoted = [`"${name}"`, '"odd.label"="x"', ...inside];
        return {
          labels,
          series: isQuoted ? `{${quoted.join(",")}}` : `${name}{${inside.join(",")}}`,
          valueAt: (at: number) => weight * (Number(job) + index * 7 + (at - times.startSeconds) / 30),
        };
      }),
    ),
  );
}

export interface CanaryPlace {
  /** A datasource on the server of all canaries. */
  shared: PrometheusDatasource;
  /** The same on a server that has no foreign ones. */
  alone: PrometheusDatasource;
}

export interface CanaryStand {
  places: CanaryPlace[];
  stop(): Promise<void>;
}

/** One server with the canaries of everybody, and for each set of matchers one with those it lets through alone. */
export async function startCanaryStand(
  start: StartEngine,
  matchersOf: readonly EnforcedMatchers[],
): Promise<CanaryStand> {
  const startWith = (isThere: (canary: Canary) => boolean) =>
    start({
      ...times,
      series: canaries().filter(isThere),
      quotedSeries: canaries(true).filter(isThere),
      allSyntax: true,
    });
  const all = await startWith(() => true);
  const own = await Promise.all(
    matchersOf.map((matchers) => startWith(({ labels }) => carrierOf(matchers)(labels))),
  );
  const places = own.map(({ url }, index) => ({
    shared: datasource(`shared-${index}`, all.url, matchersOf[index] ?? {}),
    alone: datasource(`alone-${index}`, url, matchersOf[index] ?? {}),
  }));
  return {
    places,
    stop: async () => {
      await Promise.all([all, ...own].map((server) => server.stop()));
    },
  };
}

function datasource(id: string, url: string, matchers: EnforcedMatchers): PrometheusDatasource {
  return {
    id,
    tenantId: "t",
    uid: id,
    name: id,
    url,
    matchers,
    headers: {},
    enforceConflict: "empty",
    revision: 1,
    queriesPerMinute: 1_000_000_000,
  };
}
