import { describe, expect, it } from "vitest";
import { readMatrix } from "./cache/read-matrix";
import { renderMatrix } from "./cache/render-matrix";
import type { EndpointName } from "./endpoints";
import { limitAnswer, limitMatrix } from "./limit-answer";
import { toParams } from "./read-params";

const bytes = Buffer.from("{}");
const limited = (endpoint: EndpointName, data: unknown, params: Record<string, string>) =>
  limitAnswer(endpoint, toParams(params), { data, warnings: [], infos: [], bytes });

describe("limit", () => {
  it("cuts lists and results, and says so in Prometheus' words", async () => {
    expect(await limited("labels", ["a", "b", "c"], { limit: "2" })).toEqual({
      data: ["a", "b"],
      warnings: ["results truncated due to limit"],
      infos: [],
      bytes: null,
    });
    const vector = { resultType: "vector", result: [1, 2], stats: {} };
    expect((await limited("query", vector, { limit: "1" })).data).toEqual({ ...vector, result: [1] });
  });

  it("leaves alone what is within it, without one, and what is no list of series", async () => {
    const scalar = { resultType: "scalar", result: [1, "2"] };
    for (const [data, limit] of [
      [["a"], "1"],
      [["a", "b"], "0"],
      [scalar, "1"],
    ] as const) {
      expect(await limited("query", data, { limit })).toMatchObject({ data, warnings: [], bytes });
    }
    expect((await limited("labels", ["a", "b"], {})).bytes).toBe(bytes);
  });

  it("counts metrics and entries of metadata", async () => {
    const data = { a: [1, 2], b: [3], c: [4] };
    const cut = async (params: Record<string, string>) => (await limited("metadata", data, params)).data;
    expect(await cut({ limit: "2", limit_per_metric: "1" })).toEqual({ a: [1], b: [3] });
    expect(await cut({ limit_per_metric: "1" })).toEqual({ a: [1], b: [3], c: [4] });
    expect(await cut({ limit: "9" })).toEqual(data);
  });
});

describe("limitMatrix", () => {
  it("keeps the first series whole, with all their kinds of points", async () => {
    const histogram = { count: "1", sum: "1" };
    const series = (name: string) => ({ metric: { name }, values: [[1, "1"]], histograms: [[2, histogram]] });
    const data = { resultType: "matrix", result: ["a", "b", "c"].map(series) };
    const matrix = await readMatrix(data, { warnings: [], infos: [] });
    if (!matrix) throw new Error("unreadable");
    expect(limitMatrix(matrix, 3)).toBe(matrix);
    expect(limitMatrix(matrix, 0)).toBe(matrix);
    const envelope = JSON.parse(renderMatrix(limitMatrix(matrix, 2)).toString());
    expect(envelope.data.result).toEqual(["a", "b"].map(series));
    expect(envelope.warnings).toEqual(["results truncated due to limit"]);
  });
});
