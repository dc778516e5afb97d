import { describe, expect, it } from "vitest";
import { rangeFromText, rangeToText } from "./range-text";

const context = { nowMs: Date.UTC(2026, 0, 31, 12), timeZone: "utc" };
const absolute = { from: "1769860800000", to: "1769864400000" };

describe("rangeToText", () => {
  it("writes what Grafana's copy button writes", () => {
    expect(rangeToText({ from: "now-6h", to: "now" }, context)).toBe('{"from":"now-6h","to":"now"}');
    expect(rangeToText(absolute, context)).toBe(
      '{"from":"2026-01-31T12:00:00.000Z","to":"2026-01-31T13:00:00.000Z"}',
    );
  });
});

describe("rangeFromText", () => {
  it("reads what was copied, here or in Grafana", () => {
    for (const raw of [{ from: "now-6h", to: "now" }, absolute])
      expect(rangeFromText(rangeToText(raw, context), context)).toEqual(raw);
    expect(rangeFromText('{"from":1769860800000,"to":1769864400000}', context)).toEqual(absolute);
  });

  it("reads two times with a word between them", () => {
    expect(rangeFromText(" 2026-01-31 12:00:00 to 2026-01-31 13:00:00\n", context)).toEqual(absolute);
    expect(rangeFromText("now-2h to now-1h", context)).toEqual({ from: "now-2h", to: "now-1h" });
  });

  it.each([
    "",
    "now-1h",
    "null",
    "[1,2]",
    '{"from":"now"}',
    "now to now-1h",
    "a to b",
    '{"from":{},"to":"now"}',
  ])("takes %s for no range", (text) => expect(rangeFromText(text, context)).toBeNull());
});
