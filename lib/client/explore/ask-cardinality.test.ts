import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { askCardinality, askLabels } from "./ask-cardinality";
import { askMetricNames } from "./ask-metrics";

const source = { tenant: "acme", datasource: "p" };
const asked: URL[] = [];
let answers: (url: URL) => unknown = () => [];

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal("fetch", async (path: string) => {
    const url = new URL(path, "http://local");
    asked.push(url);
    return Response.json({ status: "success", data: answers(url) });
  });
});
afterEach(() => vi.unstubAllGlobals());

const vector = (rows: [Record<string, string>, number][]) => ({
  resultType: "vector",
  result: rows.map(([metric, value]) => ({ metric, value: [0, String(value)] })),
});

describe("askCardinality", () => {
  it("joins the largest with what they were, and says that there are more", async () => {
    const now = Date.now() / 1_000;
    answers = (url) => {
      const query = url.searchParams.get("query") ?? "";
      const ago = now - Number(url.searchParams.get("time"));
      if (query.startsWith("topk"))
        return vector([
          [{ __name__: "a" }, 5],
          [{ __name__: "b.c" }, 9],
        ]);
      if (query.startsWith("count(count by")) return vector([[{}, 3]]);
      if (query.startsWith("count by")) return ago < 100_000 ? vector([[{ __name__: "a" }, 4]]) : vector([]);
      return ago < 100_000 ? vector([[{}, ago < 1_000 ? 20 : 10]]) : vector([]);
    };
    expect(await askCardinality(source, "__name__")).toEqual({
      total: { name: "", series: 20, dayAgo: 10, weekAgo: null },
      rows: [
        { name: "b.c", series: 9, dayAgo: null, weekAgo: null },
        { name: "a", series: 5, dayAgo: 4, weekAgo: null },
      ],
      cut: true,
    });
    const past = asked.map((url) => url.searchParams.get("query")).find((query) => query?.includes("=~"));
    expect(past).toBe('count by (__name__) ({__name__=~"a|b\\\\.c"})');
  });
});

describe("askLabels", () => {
  it("counts values and series of many labels in two queries", async () => {
    answers = (url) => {
      if (url.pathname.endsWith("/labels")) return ["__name__", "job", "odd-label"];
      const inner = url.searchParams.get("query")?.includes("count(count by") ? 2 : 7;
      return vector([
        [{ of: "job" }, inner],
        [{ of: "__name__" }, inner * 2],
      ]);
    };
    expect(await askLabels(source, "up")).toEqual([
      { label: "__name__", values: 4, series: 14 },
      { label: "job", values: 2, series: 7 },
    ]);
    expect(asked).toHaveLength(3);
    expect(asked[0]?.searchParams.get("match[]")).toBe('{__name__="up"}');
  });
});

describe("askMetricNames", () => {
  it("searches by every word as it is, limited", async () => {
    answers = () => ["http_requests_total"];
    expect(await askMetricNames(source, " http TOTAL.* ")).toEqual(["http_requests_total"]);
    expect(asked[0]?.searchParams.get("match[]")).toBe(
      '{__name__!="",__name__=~"(?i).*http.*",__name__=~"(?i).*TOTAL\\\\.\\\\*.*"}',
    );
    expect(asked[0]?.searchParams.get("limit")).toBe("1000");
  });
});
