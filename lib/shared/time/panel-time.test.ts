import { describe, expect, it } from "vitest";
import { panelTimeRange } from "./panel-time";

const hour = 3_600_000;
const page = { fromMs: 10 * hour, toMs: 20 * hour };

describe("panelTimeRange", () => {
  it.each([
    [{ timeFrom: "", timeShift: "" }, page],
    [
      { timeFrom: "2h", timeShift: "" },
      { fromMs: 18 * hour, toMs: 20 * hour },
    ],
    [
      { timeFrom: "now-2h", timeShift: "1h" },
      { fromMs: 17 * hour, toMs: 19 * hour },
    ],
    [{ timeFrom: "nonsense", timeShift: "" }, page],
  ])("%o", (own, expected) => expect(panelTimeRange(page, own)).toEqual(expected));

  it("keeps to a range that was chosen by its ends, and is shifted all the same", () => {
    const own = { timeFrom: "10s", timeShift: "1h" };
    expect(panelTimeRange({ ...page, absolute: true }, own)).toEqual({ fromMs: 9 * hour, toMs: 19 * hour });
  });
});
