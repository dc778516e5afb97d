import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "./cache-entry";
import { composeMatrix, type Piece } from "./compose-matrix";
import { decodeEntry, encodeEntry } from "./entry-codec";
import type { Matrix } from "./matrix";
import { matrixData } from "./matrix-data";
import { readMatrix } from "./read-matrix";
import { renderMatrix } from "./render-matrix";
import { scanMatrix } from "./scan-matrix";

interface Answer {
  status: string;
  data: { resultType: string; result: { metric: Record<string, string>; values: [number, string][] }[] };
}

const value = fc.constantFrom("0", "1.5", "-3e-07", "NaN", "+Inf", "-Inf", "12345678901234567890");
const point = fc.record({ at: fc.integer({ min: 0, max: 40 }), value });
const series = fc.record({
  job: fc.string({ maxLength: 6, unit: "grapheme" }),
  points: fc.uniqueArray(point, { selector: ({ at }) => at, minLength: 1, maxLength: 20 }),
});
const answer = fc.uniqueArray(series, { selector: ({ job }) => job, maxLength: 4 }).map((all): Answer => {
  const result = all.map(({ job, points }) => ({
    metric: { __name__: "m", job },
    values: points
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, value }): [number, string] => [1_700_000_000 + at * 7.5, value]),
  }));
  return { status: "success", data: { resultType: "matrix", result } };
});

async function scanned(answer: unknown): Promise<Matrix> {
  const matrix = await scanMatrix(Buffer.from(JSON.stringify(answer)));
  if (!matrix) throw new Error("not read");
  return matrix;
}

function parsed(matrix: Matrix): unknown {
  return JSON.parse(renderMatrix(matrix).toString());
}

const everything = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

describe("a matrix", () => {
  it("comes out as it went in, read byte by byte or as JSON", async () => {
    await fc.assert(
      fc.asyncProperty(answer, async (whole) => {
        expect(parsed(await scanned(whole))).toEqual(whole);
        expect(await matrixData(await scanned(whole))).toEqual(whole.data);
        expect(renderMatrix(await scanned(whole)).toString()).toBe(JSON.stringify(whole));
        expect(parsed({ ...(await scanned(whole)), asItCame: undefined })).toEqual(whole);
        expect(JSON.parse(renderMatrix(await scanned(whole), ["w"]).toString())).toEqual({
          ...whole,
          warnings: ["w"],
        });
        const read = await readMatrix(whole.data, { warnings: [], infos: [] });
        expect(read && parsed(read)).toEqual(whole);
      }),
    );
  });

  it("is the same cut anywhere and put together again", async () => {
    await fc.assert(
      fc.asyncProperty(
        answer,
        fc.array(fc.integer({ min: 0, max: 41 }), { maxLength: 4 }),
        async (whole, cuts) => {
          const matrix = await scanned(whole);
          const bounds = [0, ...cuts.toSorted((a, b) => a - b), 42].map(
            (at) => 1_700_000_000_000 + at * 7_500,
          );
          const pieces: Piece[] = [];
          for (const [index, end] of bounds.slice(1).entries()) {
            const stretch = { fromMs: bounds[index] ?? 0, toMs: end - 7_500 };
            pieces.push({ matrix: await composeMatrix([{ matrix, ...stretch }]), ...stretch });
          }
          const joined = new Map((await composeMatrix(pieces)).lanes.map((lane) => [lane.metric, lane]));
          expect([...joined.keys()].sort()).toEqual(
            whole.data.result.map(({ metric }) => JSON.stringify(metric)).sort(),
          );
          const bySeries = (one: unknown) =>
            new Map((one as Answer).data.result.map(({ metric, values }) => [metric.job, values]));
          expect(bySeries(parsed(await composeMatrix(pieces)))).toEqual(bySeries(whole));
        },
      ),
    );
  });

  it("lists series in the order of Prometheus when pieces bring different ones", async () => {
    const piece = async (names: Record<string, string>[], at: number) => ({
      fromMs: at * 1_000,
      toMs: at * 1_000,
      matrix: await scanned({
        status: "success",
        data: { resultType: "matrix", result: names.map((metric) => ({ metric, values: [[at, "1"]] })) },
      }),
    });
    const joined = await composeMatrix([
      await piece([{ a: "1", b: "2" }, { c: "1" }], 1),
      await piece([{ a: "1" }, { a: "ä" }, { c: "1" }], 2),
    ]);
    expect(joined.lanes.map(({ metric }) => JSON.parse(metric))).toEqual([
      { a: "1" },
      { a: "1", b: "2" },
      { a: "ä" },
      { c: "1" },
    ]);
  });

  it("keeps histograms beside values, warnings and infos", async () => {
    const histogram = { count: "2", sum: "3", buckets: [[0, "1", "2", "2"]] };
    const data = {
      resultType: "matrix",
      result: [
        { metric: { a: "1" }, values: [[1, "1"]], histograms: [[2, histogram]] },
        {
          metric: { b: "1" },
          histograms: [
            [1, histogram],
            [2, histogram],
          ],
        },
      ],
    };
    const read = await readMatrix(data, { warnings: ["PromQL warning: w"], infos: ["PromQL info: i"] });
    expect(read && (await matrixData(read))).toEqual(data);
    expect(read && parsed(await composeMatrix([{ matrix: read, ...everything }]))).toEqual({
      status: "success",
      data,
      warnings: ["PromQL warning: w"],
      infos: ["PromQL info: i"],
    });
  });

  it("survives the way through bytes", async () => {
    await fc.assert(
      fc.asyncProperty(answer, async (whole) => {
        const block: Block = {
          kind: "block",
          fromMs: 1,
          toMs: 2,
          bornMs: 3,
          matrix: await composeMatrix([{ matrix: await scanned(whole), ...everything }]),
        };
        expect(decodeEntry(encodeEntry(block))).toEqual(block);
      }),
    );
    expect(decodeEntry(Buffer.from("xx"))).toBeUndefined();
    expect(decodeEntry(Buffer.from([9, 0, 0, 0, 123]))).toBeUndefined();
  });
});
