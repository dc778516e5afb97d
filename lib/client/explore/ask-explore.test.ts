import { afterEach, describe, expect, it, vi } from "vitest";
import { askExplore } from "./ask-explore";

afterEach(() => vi.unstubAllGlobals());

describe("askExplore", () => {
  it("asks over the range and at its end, with the interval filled in", async () => {
    const asked: URL[] = [];
    vi.stubGlobal("fetch", async (path: string) => {
      const url = new URL(path, "http://local");
      asked.push(url);
      const samples = url.pathname.endsWith("query_range") ? { values: [[600, "2"]] } : { value: [660, "3"] };
      const stats = { timings: { execTotalTime: 0.25 }, samples: { totalQueryableSamples: 99 } };
      const result = [{ metric: { job: "a" }, ...samples }];
      return Response.json({ status: "success", data: { result, stats } });
    });
    const answer = await askExplore(
      {
        tenant: "acme",
        datasource: "prometheus",
        expr: "rate(up[$__interval])",
        range: { fromMs: 0, toMs: 660_000 },
        maxDataPoints: 11,
      },
      new AbortController().signal,
    );
    expect(asked.map((url) => url.searchParams.get("query"))).toEqual(["rate(up[1m])", "rate(up[1m])"]);
    expect(asked[0]?.pathname).toContain("/tenants/acme/datasources/prometheus/");
    expect(answer.range).toMatchObject({
      kind: "range",
      stepSeconds: 60,
      series: [{ labels: { job: "a" } }],
    });
    expect(answer.timing).toMatchObject({ stepSeconds: 60, evalMs: 250, samples: 99 });
    expect(answer.instant).toMatchObject({ kind: "instant", timeSeconds: 660, series: [{ value: 3 }] });
  });
});
