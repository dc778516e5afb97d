import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  type CanaryStand,
  canaryEnd,
  type StartEngine,
  startCanaryStand,
} from "@/lib/server/testing/canary-stand";
import { startTestPrometheus } from "@/lib/server/testing/prometheus";
import { startTestVictoriaMetrics } from "@/lib/server/testing/victoria-metrics";
import { parsePromql } from "@/lib/shared/promql/parse";
import { selectorsOf } from "@/lib/shared/promql/selectors-of";
import { mutatedExpression } from "@/lib/shared/promql/testing/mutated-expression";
import { randomExpression } from "@/lib/shared/promql/testing/random-expression";
import { randomSelector } from "@/lib/shared/promql/testing/random-selector";
import type { PrometheusDatasource } from "./datasource";
import type { EndpointName } from "./endpoints";
import { askGateway } from "./gateway";
import { toParams } from "./read-params";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

/** A long search: PANELSMITH_FUZZ=50 tries fifty times as many. */
const times = Number(process.env.PANELSMITH_FUZZ ?? 1);
const long = { timeout: 60_000 + times * 60_000 };

const one = { tenant_id: "a" };
const several = { tenant_id: ["a", "a.b"], zone: "1" };
const range = { start: String(canaryEnd - 600), end: String(canaryEnd), step: "60" };
const around = { start: String(canaryEnd - 3_600), end: String(canaryEnd) };
const instant = { time: String(canaryEnd) };

const known = [
  "canary",
  "{}",
  '{__name__=~".+"}',
  '{__name__!=""}',
  'canary{tenant_id="b"}',
  'canary{tenant_id!="a"}',
  'canary{tenant_id=~"a|b"}',
  'canary{tenant_id=""}',
  'canary{tenant_id!~"a"} or canary',
  'canary{tenant_id="b",tenant_id="b"}',
  'canary or requests_total{tenant_id="b"}',
  "sum(canary) by (owner)",
  "count by (owner) ({__name__=~`.+`})",
  'label_replace(canary, "tenant_id", "b", "", "")',
  "canary + on (job) group_left (owner) requests_total",
  "max_over_time(canary[10m:1m])",
  "canary offset 10m",
  "canary @ 1699999000",
  "absent(canary{tenant_id='a'})",
  'count_values("owner", canary)',
  'topk(100, {job="1"}) # {tenant_id="b"}\r or canary{tenant_id="b"}',
  "scalar(sum(canary))",
  "vector(1)",
  '{"canary"}',
  '{"canary", "tenant_id"="b"}',
  "count by (owner) ({'odd.metric'})",
  '{"odd.metric", "odd.label"=~".+", \'tenant_id\'!="a"}',
  'sum by ("odd.label", owner) ({__name__=~".*[.].*"})',
  "{`töst`} or {`odd.metric`}",
  "increase(canary[5m] anchored) or rate(canary[5m] smoothed)",
  "sum_over_time(canary[max_of(1m, step() * 2)])",
  'canary + fill (0) canary{tenant_id="b"}',
  'limit_ratio(0.9, canary) or sort_by_label(canary, "owner")',
  "double_exponential_smoothing(canary[10m], 0.5, 0.5)",
];

type Answer = { data: unknown; error: string | null };

async function gateway(
  datasource: PrometheusDatasource,
  endpoint: EndpointName,
  params: Record<string, string | number | string[]>,
  labelName?: string,
): Promise<Answer> {
  return askGateway({ datasource, endpoint, labelName, params: toParams(params) }).then(
    ({ data }) => ({ data, error: null }),
    (error: Error) => ({ data: null, error: error.message }),
  );
}

async function direct(url: string, path: string, params: Record<string, string>): Promise<Answer> {
  const response = await fetch(`${url}/api/v1/${path}?${new URLSearchParams(params)}`);
  const answer: { data?: unknown; error?: string } = await response.json();
  return { data: answer.data ?? null, error: answer.error ?? null };
}

/** Order of series is not promised, nor the last digits of a sum, so they are taken out before comparing. */
function comparable({ data, error }: Answer): string {
  if (error !== null) return "an error";
  const round = (_: string, value: unknown) =>
    typeof value === "string" && /^-?[\d.]+(e[+-]?\d+)?$/.test(value) ? Number(value).toPrecision(9) : value;
  const result = (data as { result?: unknown } | null)?.result;
  return Array.isArray(result) && result.every((item) => typeof item === "object")
    ? result
        .map((item) => JSON.stringify(item, round))
        .sort()
        .join("\n")
    : JSON.stringify(data, round);
}

/** `{}` is refused, or empty, until a matcher is put in; VictoriaMetrics reads a bare `sum` as the aggregation. */
function isClearWithoutMatchers(query: string): boolean {
  return selectorsOf(query, parsePromql(query)).every(
    ({ name, quotedNames, matchers }) =>
      quotedNames.length + matchers.length > 0 || (name !== null && !/^(sum|by|start)$/.test(name)),
  );
}

/** Where a text, or an error that it gives, is no measure: what the engine reads in its own way. */
interface Dialect {
  errors: RegExp;
  unstable: RegExp;
}

describe.each<[string, StartEngine, Dialect]>([
  ["Prometheus", startTestPrometheus, { errors: /parse error/, unstable: /^$/ }],
  // It takes ties as they come.
  [
    "VictoriaMetrics",
    startTestVictoriaMetrics,
    { errors: /./, unstable: /topk|bottomk|limitk|limit_ratio/i },
  ],
])("a tenant behind the gateway of %s", (_, start, dialect) => {
  let stand: CanaryStand;
  const place = (index: number) => stand.places[index] ?? expect.fail("no such place");
  beforeAll(async () => {
    stand = await startCanaryStand(start, [one, several]);
  }, 60_000);
  afterAll(() => stand.stop());

  /** The server of everybody must answer as one that holds nothing foreign, to the last sample and error. */
  async function expectIsolated(query: string, ranged: boolean, index: number): Promise<Answer> {
    const endpoint = ranged ? "query_range" : "query";
    const params = { query, ...(ranged ? range : instant) };
    const { shared, alone } = place(index);
    const [there, here] = await Promise.all([
      gateway(shared, endpoint, params),
      gateway(alone, endpoint, params),
    ]);
    if (!dialect.unstable.test(query)) expect(comparable(there), query).toBe(comparable(here));
    expect(JSON.stringify(there)).not.toMatch(/\bowner\\?"?[:=]\\?"(b|none|aXb|ab)\\?"/);
    return there;
  }

  it.each(known)("sees in %s what it would see alone", async (query) => {
    for (const index of [0, 1]) await expectIsolated(query, false, index);
    const enforced = await gateway(place(0).shared, "query", { query, ...instant });
    const raw = { query: query.replace("{}", '{__name__=~".+"}'), ...instant };
    if (query.startsWith("absent")) return;
    expect(comparable(enforced)).toBe(comparable(await direct(place(0).alone.url, "query", raw)));
  });

  it("sees its own names and values alone", async () => {
    const { shared } = place(0);
    const values = async (match: string[] | string, label: string, datasource = shared) =>
      (
        await gateway(
          datasource,
          "label_values",
          { ...around, ...(match.length > 0 ? { "match[]": match } : {}) },
          label,
        )
      ).data;
    expect(await values([], "tenant_id")).toEqual(["a"]);
    expect(await values('{tenant_id="b"}', "owner")).toEqual([]);
    expect(await values(['{job="1"}', '{tenant_id=~".*"}'], "owner")).toEqual(["a"]);
    expect(await values([], "tenant_id", place(1).shared)).toEqual(["a", "a.b"]);
    expect(await values([], "job", place(1).shared)).toEqual(["1"]);
    const { data } = await gateway(shared, "series", { ...around, "match[]": '{__name__=~"[a-z_:5]+"}' });
    expect(data).toHaveLength(12);
    expect(JSON.stringify(data)).not.toMatch(/"owner":"(b|none)"/);
    expect((await gateway(shared, "labels", around)).data).toContain("owner");
  });

  it("gets nothing foreign with random expressions, and what they mean", long, async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(randomExpression, fc.boolean(), fc.nat(1), async (query, ranged, index) => {
        const enforced = await expectIsolated(query, ranged, index);
        if (enforced.error === null) answered += 1;
        // absent() makes labels of the matchers themselves, so the enforced one shows in its answer.
        if (query.includes("absent") || dialect.unstable.test(query) || !isClearWithoutMatchers(query))
          return;
        const params = { query, ...(ranged ? range : instant) };
        const raw = await direct(place(index).alone.url, ranged ? "query_range" : "query", params);
        // Printing makes quoted labels plain, which old servers read too; an empty selector is made whole.
        if (raw.error !== null && dialect.errors.test(raw.error)) return;
        if (raw.error === null || enforced.error === null) {
          expect(comparable(enforced), query).toBe(comparable(raw));
        }
      }),
      { numRuns: 250 * times },
    );
    expect(answered).toBeGreaterThan(40 * times);
  });

  it("gets nothing foreign with broken expressions", long, async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(mutatedExpression, fc.boolean(), fc.nat(1), async (query, ranged, index) => {
        if ((await expectIsolated(query, ranged, index)).error === null) answered += 1;
      }),
      { numRuns: 300 * times },
    );
    expect(answered).toBeGreaterThan(5);
  });

  it("gets for random selectors its own series alone", long, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(randomSelector, { minLength: 1, maxLength: 3 }), async (selectors) => {
        for (const endpoint of ["series", "labels"] as const) {
          const params = { ...around, "match[]": selectors };
          const [there, here] = await Promise.all(
            [place(1).shared, place(1).alone].map((datasource) => gateway(datasource, endpoint, params)),
          );
          const sorted = (answer?: Answer) =>
            JSON.stringify(
              Array.isArray(answer?.data) ? answer.data.map((one) => JSON.stringify(one)).sort() : answer,
            );
          expect(sorted(there), selectors.join(" ")).toBe(sorted(here));
        }
      }),
      { numRuns: 100 * times },
    );
  });
});
