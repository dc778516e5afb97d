import { describe, expect, it } from "vitest";
import { frameTable, toCsv } from "./frame-table";

function result(refId: string, frame: Parameters<typeof frameTable>[0][number]["frame"]) {
  return { refId, frame, expr: "up", warnings: [] };
}

describe("frameTable", () => {
  it("joins range series on their time", () => {
    const table = frameTable([
      result("A", {
        kind: "range",
        startSeconds: 0,
        stepSeconds: 60,
        length: 2,
        series: [{ labels: { __name__: "up", job: "a" }, values: [1, null] }],
      }),
      result("B", {
        kind: "range",
        startSeconds: 60,
        stepSeconds: 60,
        length: 1,
        series: [{ labels: {}, values: ["+Inf"] }],
      }),
    ]);
    expect(table.columns).toEqual(["Time", 'up{job="a"}', "B"]);
    expect(table.rows).toEqual([
      ["1970-01-01T00:00:00.000Z", 1, null],
      ["1970-01-01T00:01:00.000Z", null, Number.POSITIVE_INFINITY],
    ]);
  });

  it("gives instant results a column for each label", () => {
    const table = frameTable([
      result("A", {
        kind: "instant",
        timeSeconds: 0,
        series: [
          { labels: { job: "a" }, value: 1 },
          { labels: { pod: "p" }, value: 2 },
        ],
      }),
    ]);
    expect(table.columns).toEqual(["Time", "Query", "job", "pod", "Value"]);
    expect(table.rows[1]).toEqual(["1970-01-01T00:00:00.000Z", "A", "", "p", 2]);
  });
});

describe("toCsv", () => {
  it("quotes what must be quoted and disarms formulas", () => {
    expect(
      toCsv({
        columns: ["a", 'b"c'],
        rows: [
          ["=1+1", -2],
          ["x,y", null],
        ],
      }),
    ).toBe('a,"b""c"\r\n\'=1+1,-2\r\n"x,y",\r\n');
  });
});
