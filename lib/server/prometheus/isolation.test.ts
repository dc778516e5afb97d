import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  type BackfilledSeries,
  startTestPrometheus,
  type TestPrometheus,
} from "@/lib/server/testing/prometheus";
import { randomExpression, randomSelector } from "@/lib/shared/promql/testing/random-expression";
import type { PrometheusDatasource } from "./datasource";
import type { EndpointName } from "./endpoints";
import { askGateway } from "./gateway";
import { toParams } from "./read-params";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const endSeconds = 1_700_000_000;
const backfill = { startSeconds: endSeconds - 3_600, endSeconds, stepSeconds: 30 };

/** The same metrics for tenants a and b and for nobody; `owner` repeats the tenant where it survives aggregation. */
function canaries(tenants: readonly string[]): BackfilledSeries[] {
  return tenants.flatMap((tenant) => {
    const own = tenant === "" ? 'owner="none"' : `tenant_id="${tenant}",owner="${tenant}"`;
    const weight = { a: 1, b: 1_000, "": 1_000_000 }[tenant] ?? 0;
    return ["canary", "requests_total", "sum", "start", "job:rate5m"].flatMap((name) =>
      ["1", "2"].map((job) => ({
        series: `${name}{job="${job}",instance="i",le="+Inf",${own}}`,
        valueAt: (at: number) => weight * (Number(job) + (at - backfill.startSeconds) / 30),
      })),
    );
  });
}

let all: TestPrometheus;
let onlyA: TestPrometheus;

beforeAll(async () => {
  all = await startTestPrometheus({ ...backfill, series: canaries(["a", "b", ""]) });
  onlyA = await startTestPrometheus({ ...backfill, series: canaries(["a"]) });
}, 60_000);
afterAll(() => Promise.all([all.stop(), onlyA.stop()]));

const datasource = (): PrometheusDatasource => ({
  id: "1",
  tenantId: "t",
  uid: "p",
  name: "p",
  url: all.url,
  matchers: { tenant_id: "a" },
  headers: {},
  enforceConflict: "empty",
  revision: 1,
  queriesPerMinute: 1_000_000,
});

async function gateway(
  endpoint: EndpointName,
  params: Record<string, string | number | string[]>,
  labelName?: string,
) {
  return askGateway({ datasource: datasource(), endpoint, labelName, params: toParams(params) }).then(
    ({ data }) => ({ data, error: null }),
    (error: Error) => ({ data: null, error: error.message }),
  );
}

async function direct(path: string, params: Record<string, string>) {
  const response = await fetch(`${onlyA.url}/api/v1/${path}?${new URLSearchParams(params)}`);
  const answer: { data?: unknown; error?: string } = await response.json();
  return { data: answer.data ?? null, error: answer.error ?? null };
}

/** Order of series is not promised, so it is taken out before comparing. */
function sorted(data: unknown): string {
  const result = (data as { result?: unknown[] } | null)?.result;
  return JSON.stringify(Array.isArray(result) ? result.map((one) => JSON.stringify(one)).sort() : data);
}

describe("a tenant behind the gateway", () => {
  it.each([
    "canary",
    "{}",
    '{__name__=~".+"}',
    '{__name__!=""}',
    'canary{tenant_id="b"}',
    'canary{tenant_id!="a"}',
    'canary{tenant_id=~"a|b"}',
    'canary{tenant_id=""}',
    'canary{tenant_id!~"a"} or canary',
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
    'topk(10, {job="1"}) # {tenant_id="b"}\r or canary{tenant_id="b"}',
    "scalar(sum(canary))",
    "vector(1)",
  ])("sees in %s what it would see alone", async (query) => {
    const enforced = await gateway("query", { query, time: endSeconds });
    const alone = await direct("query", {
      query: query.replace("{}", '{__name__=~".+"}'),
      time: String(endSeconds),
    });
    expect(enforced.error).toBeNull();
    expect(sorted(enforced.data)).toBe(sorted(alone.data));
    expect(JSON.stringify(enforced.data)).not.toMatch(/"owner":"(b|none)"/);
  });

  it("sees its own names and values alone", async () => {
    expect((await gateway("label_values", {}, "tenant_id")).data).toEqual(["a"]);
    expect((await gateway("label_values", { "match[]": '{tenant_id="b"}' }, "owner")).data).toEqual([]);
    expect(
      (await gateway("label_values", { "match[]": ['{job="1"}', '{tenant_id=~".*"}'] }, "owner")).data,
    ).toEqual(["a"]);
    const { data } = await gateway("series", { "match[]": '{__name__=~".+"}' });
    expect(data).toHaveLength(10);
    expect(JSON.stringify(data)).not.toMatch(/"owner":"(b|none)"/);
    expect((await gateway("labels", {})).data).toContain("owner");
  });

  it("gets for random expressions exactly what a Prometheus with its series alone gives", async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(randomExpression, fc.boolean(), async (query, ranged) => {
        // absent() makes labels of the matchers themselves, so the enforced one shows in its answer.
        fc.pre(!query.includes("absent"));
        const range = { start: String(endSeconds - 600), end: String(endSeconds), step: "60" };
        const times: Record<string, string> = ranged ? range : { time: String(endSeconds) };
        const [path, endpoint] = ranged
          ? (["query_range", "query_range"] as const)
          : (["query", "query"] as const);
        const enforced = await gateway(endpoint, { query, ...times });
        const alone = await direct(path, { query, ...times });
        // Printing makes quoted labels plain, which old servers read too; an empty selector is made whole.
        if (alone.error?.includes("parse error")) return;
        expect(enforced.error === null, `${query}: ${enforced.error} / ${alone.error}`).toBe(
          alone.error === null,
        );
        expect(sorted(enforced.data)).toBe(sorted(alone.data));
        if (enforced.error === null) answered += 1;
      }),
      { numRuns: 250 },
    );
    expect(answered).toBeGreaterThan(50);
  }, 60_000);

  it("gets for random selectors its own series alone", async () => {
    await fc.assert(
      fc.asyncProperty(randomSelector, async (selector) => {
        const { data } = await gateway("series", { "match[]": selector });
        for (const labels of Array.isArray(data) ? data : []) expect(labels.tenant_id).toBe("a");
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
