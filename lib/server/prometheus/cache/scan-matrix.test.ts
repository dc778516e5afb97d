import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MatrixScanner } from "./matrix-scanner";
import { renderMatrix } from "./render-matrix";
import { scanMatrix } from "./scan-matrix";

const good =
  '{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"b"},"values":[[1,"2"]]}]}}';

describe("scanMatrix", () => {
  it("takes nothing but the whole of what Prometheus writes", async () => {
    expect(await scanMatrix(Buffer.from(good))).not.toBeNull();
    expect(await scanMatrix(Buffer.from(`${good}\n`))).not.toBeNull();
    for (let end = 0; end < good.length; end++)
      expect(await scanMatrix(Buffer.from(good.slice(0, end)))).toBeNull();
  });

  it.each([
    good.replace('"2"', '"<b>"'),
    good.replace('"2"', "2"),
    good.replace('"2"', '""'),
    good.replace("[1,", "[NaN,"),
    good.replace("[1,", "[,"),
    good.replace('"b"', "1"),
    good.replace('"a":"b"', '"a":{"b":"c"}'),
    good.replace("}}", '},"stats":{}}'),
    good.replace("}}", '},"infos":[1]}'),
    good.replace("}}", "}}{}"),
    good.replace("matrix", "vector"),
    good.replace("success", "error"),
  ])("refuses %s", async (text) => expect(await scanMatrix(Buffer.from(text))).toBeNull());

  it("reads a time as the language does, in whatever way JSON spells it", async () => {
    const whole = fc.bigInt({ min: 0n, max: 10n ** 17n }).map(String);
    const decimals = fc.constantFrom("", ".5", ".25", ".001", ".1234", ".0", ".", "..1", "e3", "e", "-1");
    const time = fc.tuple(fc.constantFrom("", "-", "0"), whole, decimals).map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(fc.oneof(time, fc.constantFrom("0", "0.5", ".5", "", "-")), async (text) => {
        const answer = good.replace("[1,", `[${text},`);
        let expected: number | undefined;
        try {
          expected = Math.round(JSON.parse(answer).data.result[0].values[0][0] * 1_000);
        } catch {}
        expect((await scanMatrix(Buffer.from(answer)))?.timesMs[0]).toBe(expected);
      }),
    );
  });

  it("tells times apart wherever they differ, however long they are written", async () => {
    for (const length of [3, 6, 9, 12]) {
      const spell = (seconds: number, ms: number) =>
        `${seconds}.${String(ms).padStart(3, "0")}${"0".repeat(length - 3)}`;
      const series = [1, 2, 901].map((ms) => {
        const [one, other] = [1_700_000_000, 1_700_000_001].map((seconds) => spell(seconds, ms));
        return `{"metric":{"a":"${ms}"},"values":[[${one},"1"],[${other},"1"]]}`;
      });
      const text = good.replace(/"result":\[.*\]\}\}$/, `"result":[${series}]}}`);
      const matrix = await scanMatrix(Buffer.from(text));
      const times = JSON.parse(text).data.result.flatMap((one: { values: [number, string][] }) =>
        one.values.map(([seconds]) => Math.round(seconds * 1_000)),
      );
      expect([...(matrix?.timesMs ?? [])], `${length} digits`).toEqual(times);
    }
  });

  it("reads histograms as they are written, beside values and alone", async () => {
    const histogram = '{"count":"2","sum":"3","buckets":[[0,"1","2","2"]]}';
    const series = (kinds: string) => good.replace('"values":[[1,"2"]]', kinds);
    for (const kinds of [
      `"values":[[1,"2"]],"histograms":[[2,${histogram}],[3.5,${histogram}]]`,
      `"histograms":[[2,${histogram}]]`,
    ]) {
      const matrix = await scanMatrix(Buffer.from(series(kinds)));
      expect(matrix && renderMatrix({ ...matrix, asItCame: undefined }).toString()).toBe(series(kinds));
    }
    for (const kinds of [
      `"histograms":[[2,${histogram}`,
      `"histograms":[[2,{"count"}]]`,
      `"histograms":[[2,${histogram}}]]`,
      `"histograms":[["2",${histogram}]]`,
      `"histograms":[[2,${histogram}]],"values":[[1,"2"]]`,
      `"histograms":[[2,"3"]]`,
      `"histograms":[x2,${histogram}]]`,
    ])
      expect(await scanMatrix(Buffer.from(series(kinds))), kinds).toBeNull();
  });

  it("refuses what is no UTF-8", async () => {
    const bytes = Buffer.from(good);
    bytes[bytes.indexOf('"b"') + 1] = 0xff;
    expect(await scanMatrix(bytes)).toBeNull();
  });
});

type Points = [number, unknown][];

function timesIn({ result }: { result: { values?: Points; histograms?: Points }[] }): number[] {
  return result.flatMap(({ values = [], histograms = [] }) =>
    [...values, ...histograms].map(([seconds]) => Math.round(seconds * 1_000)),
  );
}

describe("MatrixScanner", () => {
  const histogram = { count: "2", sum: "3", buckets: [[0, "1", "2", "2"]] };
  // Most on one grid, where times come again letter by letter, and where they get longer.
  const onGrid = fc.nat(5).map((index) => 1_700_000_000.125 + index);
  const growing = fc.nat(5).map((index) => 999_999_999 + index / 2);
  const time = fc.oneof({ weight: 4, arbitrary: onGrid }, growing, fc.integer({ min: 1, max: 1e6 }));
  const point = fc.tuple(time, fc.constantFrom("1", "-0.5", "NaN", "+Inf", "12345678.12345678"));
  const series = fc.record({
    metric: fc.dictionary(fc.constantFrom("a", "b"), fc.string({ maxLength: 8, unit: "grapheme" })),
    values: fc.array(point, { minLength: 1, maxLength: 8 }),
    histograms: fc.array(point, { minLength: 1, maxLength: 2 }),
  });
  const answer = fc
    .tuple(fc.array(series, { maxLength: 4 }), fc.constantFrom({}, { infos: ["i"] }, { stats: {} }))
    .map(([result, more]) =>
      JSON.stringify({
        status: "success",
        data: {
          resultType: "matrix",
          result: result.map(({ metric, values, histograms }, index) => ({
            metric: { ...metric, index: String(index) },
            ...(index === 1 ? {} : { values }),
            ...(index === 0 ? {} : { histograms: histograms.map(([at]) => [at, histogram]) }),
          })),
        },
        ...more,
      }),
    );
  const damage = fc.option(fc.tuple(fc.nat(1_000), fc.constantFrom("x", '"', "]", "}", ",", "")));

  it("says the same however the text is cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        answer,
        damage,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 300 }),
        async (whole, hurt, sizes, likelyBytes) => {
          const text = hurt ? whole.slice(0, hurt[0]) + hurt[1] + whole.slice(hurt[0] + 1) : whole;
          const bytes = Buffer.from(text);
          const scanner = new MatrixScanner(likelyBytes);
          for (let at = 0, turn = 0; at < bytes.length; turn++) {
            const size = sizes[turn % sizes.length] ?? 1;
            scanner.add(bytes.subarray(at, at + size));
            at += size;
          }
          expect(scanner.bytes.equals(bytes)).toBe(true);
          const found = scanner.finish();
          const atOnce = await scanMatrix(bytes);
          expect(found).toEqual(atOnce);
          if (found && !hurt) {
            const { data } = JSON.parse(text);
            expect(JSON.parse(renderMatrix({ ...found, asItCame: undefined }).toString()).data).toEqual(data);
            expect([...found.timesMs]).toEqual(timesIn(data));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("does not read a long piece again for each part of it", () => {
    for (const start of [
      good.slice(0, good.indexOf('b"')),
      good.slice(0, good.indexOf('2"')),
      good.replace('"values":[[1,"2"', '"histograms":[[1,{"x":"').split('"}')[0] ?? "",
    ]) {
      const scanner = new MatrixScanner(100);
      scanner.add(Buffer.from(start));
      const part = Buffer.alloc(64_000, "1");
      // Read again for each part, it would be some 10 GB.
      for (let sent = 0; sent < 40_000_000; sent += part.length) scanner.add(part);
      expect(scanner.finish()).toBeNull();
    }
  });
});
