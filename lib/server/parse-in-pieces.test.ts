import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { maxElementBytes, maxElementKeys, parseInPieces } from "./parse-in-pieces";
import { printInPieces } from "./prometheus/print-in-pieces";

const filler = {
  filler: Array.from({ length: 3_000 }, (_, index) => `"]},:{[\\ ${"x".repeat(100)} ${index}`),
};
const printed = async (value: unknown) => Buffer.concat(await printInPieces(value)).toString();

describe("a long JSON text", () => {
  it("is parsed to what JSON.parse gives, and printed as JSON.stringify does", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), fc.jsonValue(), async (data, warnings) => {
        const value = JSON.parse(JSON.stringify({ ...filler, status: "success", data, warnings }));
        for (const space of [undefined, 1]) {
          expect(await parseInPieces(Buffer.from(JSON.stringify(value, null, space)))).toEqual(value);
        }
        expect(await printed(value)).toBe(JSON.stringify(value));
      }),
      { numRuns: 30 },
    );
  });

  it("may have elements of megabytes, which are read in pieces themselves", async () => {
    const long = Array.from({ length: 6_000 }, (_, index) => [index, `"]},:{[\\ ${"x".repeat(100)}`]);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue(), async (one, other) => {
        const elements = [
          one,
          { metric: other, values: long, one },
          other,
          [one, long, other],
          { long },
          one,
        ];
        const value = { status: "success", data: { result: elements } };
        const text = JSON.stringify(value);
        expect(await parseInPieces(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
      { numRuns: 10 },
    );
    const nested = JSON.stringify({ data: { result: [[[[[[long]]]]]] } });
    expect(await parseInPieces(Buffer.from(nested))).toEqual(JSON.parse(nested));
    expect(await parseInPieces(Buffer.from(nested.slice(0, -4)))).toBeUndefined();
  });

  it("is refused exactly when JSON.parse refuses it", async () => {
    const text = JSON.stringify({ status: "success", data: { result: [{ a: [1, "x"] }, 2], ...filler } });
    const accepts = (broken: string) => {
      try {
        JSON.parse(broken);
        return true;
      } catch {
        return false;
      }
    };
    const places = [
      0,
      1,
      9,
      10,
      20,
      28,
      29,
      40,
      41,
      45,
      50,
      55,
      60,
      61,
      62,
      70,
      text.length - 3,
      text.length,
    ];
    for (const at of places) {
      for (const piece of ["", "]", "}", "[", "{", '"', ",", ":", "x", "\\", " ", "\u0000", "1"]) {
        for (const length of [0, 1]) {
          const broken = text.slice(0, at) + piece + text.slice(at + length);
          const parsed = await parseInPieces(Buffer.from(broken));
          expect(parsed !== undefined, JSON.stringify(broken.slice(0, 90))).toBe(accepts(broken));
        }
      }
    }
    for (const half of [300_000, 320_000]) {
      expect(await parseInPieces(Buffer.from(text.slice(0, half)))).toBeUndefined();
    }
  });

  it("nests as deep as is allowed", async () => {
    const nested = (depth: number) =>
      Buffer.from(
        `{"a":${'{"b":'.repeat(depth - 1)}1${"}".repeat(depth - 1)},"c":${JSON.stringify(filler)}}`,
      );
    expect(await parseInPieces(nested(400), { maxDepth: 500 })).toHaveProperty("c");
    expect(await parseInPieces(nested(600))).toHaveProperty("c");
    expect(await parseInPieces(nested(600), { maxDepth: 500 })).toBeUndefined();
  });

  it("keeps keys like __proto__ as data", async () => {
    const text = `{"__proto__":{"polluted":true},"data":${JSON.stringify(filler)}}`;
    const value = await parseInPieces(Buffer.from(text));
    expect(Object.keys(value as object)).toEqual(["__proto__", "data"]);
    expect((value as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it("is refused with an element that alone would take long", async () => {
    const text = `{"data":{"result":["${"x".repeat(maxElementBytes)}"]}}`;
    expect(await parseInPieces(Buffer.from(text))).toBeUndefined();
    const more = await parseInPieces(Buffer.from(text), { maxBytes: text.length });
    expect(more).toEqual(JSON.parse(text));
  });

  it("is not taken with an object of more keys than anything has, nor with a flood of spaces", async () => {
    const labels = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`label_${index}`, "x".repeat(20)]));
    const text = (count: number) =>
      Buffer.from(JSON.stringify({ data: { result: [{ metric: labels(count) }] } }));
    expect(await parseInPieces(text(maxElementKeys))).toEqual({
      data: { result: [{ metric: labels(maxElementKeys) }] },
    });
    expect(await parseInPieces(text(maxElementKeys + 1))).toBeUndefined();
    expect(await parseInPieces(Buffer.from(`${" ".repeat(maxElementBytes + 2)}{}`))).toBeUndefined();
  });

  it("lets others go on in between", async () => {
    // Whatever the tests before left of their turn has the real time.
    await new Promise((resolve) => setImmediate(resolve));
    let clockMs = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (clockMs += 10));
    const result = Array.from({ length: 300 }, (_, i) => ({
      metric: { i: String(i) },
      values: Array.from({ length: 100 }, (_, at) => [at, String(i / 7)]),
    }));
    const value = { status: "success", data: { resultType: "matrix", result } };
    const turns = async (work: Promise<unknown>) => {
      let count = 0;
      let open = true;
      const turn = () => {
        count += 1;
        if (open) setImmediate(turn);
      };
      setImmediate(turn);
      await work;
      open = false;
      return count;
    };
    const bytes = Buffer.from(JSON.stringify(value));
    expect(await turns(parseInPieces(bytes))).toBeGreaterThan(2);
    expect(await turns(printInPieces(value))).toBeGreaterThan(2);
    const [one] = result;
    const single = {
      data: { result: [{ ...one, values: Array.from({ length: 90 }, () => result[0]?.values) }] },
    };
    expect(await turns(parseInPieces(Buffer.from(JSON.stringify({ ...single, filler }))))).toBeGreaterThan(2);
    vi.restoreAllMocks();
  });
});
