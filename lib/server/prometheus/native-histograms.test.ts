import fc from "fast-check";
import { request } from "undici";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { compareMatrices } from "@/lib/server/testing/compare-answers";
import { forgetAnswers } from "@/lib/server/testing/forget-answers";
import { startTestPrometheus, type TestPrometheus } from "@/lib/server/testing/prometheus";
import { remoteWrite } from "@/lib/server/testing/remote-write";
import { enforceMatchers } from "@/lib/shared/promql/enforce";
import { askFrame } from "./ask-frame";
import type { PrometheusDatasource } from "./datasource";
import { askGateway } from "./gateway";
import type { PlannedTarget } from "./plan-panel";
import { toParams } from "./read-params";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const cases = Number(process.env.CACHE_CASES ?? 25);
const end = Math.floor(Date.now() / 15_000) * 15 - 600;
/** All within the hour that Prometheus takes behind the newest sample. */
const everySeconds = 8;
const start = end - 360 * everySeconds;
let prometheus: TestPrometheus;

beforeAll(async () => {
  prometheus = await startTestPrometheus({
    startSeconds: start - 600,
    endSeconds: start - 60,
    stepSeconds: 15,
    series: [{ series: 'earlier{tenant="a"}', valueAt: (at) => at % 97 }],
    flags: ["--enable-feature=native-histograms"],
  });
  for (const tenant of ["a", "b"]) {
    for (const path of ["/", "/x"]) {
      const at = Array.from({ length: 361 }, (_, index) => index);
      await remoteWrite(prometheus.url, [
        {
          labels: { __name__: "latency", tenant, path },
          histograms: at
            // One begins late, has a hole and starts anew.
            .filter((index) => path === "/" || (index > 90 && (index < 150 || index > 190)))
            .map((index) => {
              const count = path === "/x" && index > 260 ? index - 260 : index;
              const counts = [count, 2 * count, Math.floor(count / 3)];
              return {
                timeMs: (start + index * everySeconds) * 1_000,
                sum: count * 3.7,
                zeroCount: count % 5,
                counts,
              };
            }),
        },
        {
          labels: { __name__: "plain", tenant, path },
          samples: at.map((i) => ({ timeMs: (start + i * everySeconds) * 1_000, value: i % 97 })),
        },
        {
          // Floats at first, then histograms.
          labels: { __name__: "mixed", tenant, path },
          samples: at
            .filter((i) => i < 180)
            .map((i) => ({ timeMs: (start + i * everySeconds) * 1_000, value: i })),
          histograms: at
            .filter((i) => i >= 180)
            .map((i) => ({
              timeMs: (start + i * everySeconds) * 1_000,
              sum: i,
              zeroCount: 0,
              counts: [i, i],
            })),
        },
      ]);
    }
  }
});
afterAll(() => prometheus.stop());
beforeEach(() => forgetAnswers());

const datasource = (): PrometheusDatasource => ({
  id: "native",
  tenantId: "a",
  uid: "prometheus",
  name: "prometheus",
  url: prometheus.url,
  matchers: { tenant: "a" },
  headers: {},
  enforceConflict: "empty",
  revision: 1,
  queriesPerMinute: 1e9,
});

async function direct(path: string, query: string, form: Record<string, string>): Promise<unknown> {
  const expr = enforceMatchers(query, { tenant: "a" }).expr;
  const body = new URLSearchParams({ query: expr, ...form }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await request(`${prometheus.url}/api/v1/${path}`, { method: "POST", body, headers });
  return ((await answer.body.json()) as { data?: unknown }).data;
}

const queries = [
  "latency",
  "rate(latency[2m])",
  "sum(rate(latency[2m]))",
  "sum by (path) (latency)",
  "histogram_quantile(0.9, rate(latency[2m]))",
  "histogram_count(latency) / histogram_sum(latency)",
  "mixed",
  "latency or mixed or plain",
  "latency offset 5m",
  "increase(latency[5m:30s])",
];

describe("native histograms", () => {
  it("come through the cache as Prometheus gives them, whatever parts they are put together of", async () => {
    let points = 0;
    const parts = new Set<string>();
    const asks = fc.array(
      fc.record({ from: fc.integer({ min: 0, max: 120 }), length: fc.integer({ min: 0, max: 200 }) }),
      { minLength: 2, maxLength: 4 },
    );
    const property = fc.asyncProperty(
      fc.constantFrom(...queries),
      fc.constantFrom(15, 30, 7),
      asks,
      async (query, step, ranges) => {
        forgetAnswers();
        for (const { from, length } of ranges) {
          const begin = start + from * step;
          const form = { start: `${begin}`, end: `${begin + length * step}`, step: `${step}` };
          const params = toParams({ query, ...form });
          const got = await askGateway({ datasource: datasource(), endpoint: "query_range", params });
          const expected = await direct("query_range", query, form);
          expect(compareMatrices(got.data, expected)).toEqual([]);
          expect(JSON.stringify(got.data)).not.toContain('"b"');
          points += (JSON.stringify(got.data).match(/"buckets"/g) ?? []).length;
          parts.add(got.cache);
        }
      },
    );
    await fc.assert(property, { numRuns: cases, endOnFailure: true });
    expect(points).toBeGreaterThan(100);
    expect(parts).toContain("part");
  }, 120_000);

  it("come at one time too, limited and counted as other series are", async () => {
    for (const query of queries) {
      const params = toParams({ query, time: end });
      const got = await askGateway({ datasource: datasource(), endpoint: "query", params });
      expect(got.data).toEqual(await direct("query", query, { time: `${end}` }));
    }
    const params = toParams({ query: "latency", time: end, limit: 1 });
    const { data } = await askGateway({ datasource: datasource(), endpoint: "query", params });
    expect(data).toMatchObject({ result: [{ histogram: [end, { count: expect.any(String) }] }] });
    const ask = (series: number) =>
      askGateway({
        datasource: { ...datasource(), quotas: { seriesPerQuery: series } },
        endpoint: "query_range",
        params: toParams({ query: "latency", start, end, step: 60 + series }),
      });
    await expect(ask(1)).rejects.toThrow("2 series");
    expect((await ask(2)).data).toMatchObject({ result: [{}, {}] });
  });

  it("are said to be what they are where a panel cannot draw them", async () => {
    const grid = { startSeconds: start, endSeconds: end, stepSeconds: 60 };
    const ask = async (expr: string, kind: "range" | "instant") => {
      const target = { expr, kind, grid, mostSeries: 500 } as PlannedTarget;
      return askFrame(target, expr, (endpoint, params) =>
        askGateway({ datasource: datasource(), endpoint, params }),
      );
    };
    for (const kind of ["range", "instant"] as const) {
      expect((await ask("latency", kind)).warnings).toEqual([
        expect.stringMatching(/^2 series are native histograms.*histogram_quantile/),
      ]);
      const drawn = await ask("histogram_quantile(0.9, latency)", kind);
      expect(drawn.warnings).toEqual([]);
      expect(JSON.stringify(drawn.frame.series)).toMatch(/\d\.\d/);
    }
  });
});
