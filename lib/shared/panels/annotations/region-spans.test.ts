import { expect, it } from "vitest";
import { regionSpans } from "./region-spans";

it("keeps to the wall clock of a zone, over its change", () => {
  const range = { fromMs: Date.UTC(2026, 9, 24), toMs: Date.UTC(2026, 9, 26) };
  const found = regionSpans({ from: "08:00", to: "09:00" }, range, "Europe/Stockholm");
  expect(found.map(({ fromMs }) => new Date(fromMs).toISOString())).toEqual([
    "2026-10-24T06:00:00.000Z",
    "2026-10-25T07:00:00.000Z",
  ]);
});

it("marks stretches that a cron expression begins, cut to the range", () => {
  const range = { fromMs: Date.UTC(2024, 0, 1, 9, 30), toMs: Date.UTC(2024, 0, 2, 9, 30) };
  const cron = { expression: "0 9 * * *", lastsMs: 3_600_000 };
  const found = regionSpans({ from: "", to: "", cron }, range, "utc");
  expect(
    found.map(({ fromMs, toMs }) => [fromMs, toMs].map((at) => new Date(at).toISOString().slice(5, 16))),
  ).toEqual([
    ["01-01T09:30", "01-01T10:00"],
    ["01-02T09:00", "01-02T09:30"],
  ]);
});

it("keeps to the clock of its zone on the days that clocks change", () => {
  const on = (zone: string, date: string, from: string, to: string) => {
    const fromMs = Date.parse(date);
    return regionSpans({ from, to }, { fromMs, toMs: fromMs + 86_400_000 }, zone).map((span) =>
      [span.fromMs, span.toMs].map((ms) => new Date(ms).toISOString().slice(8, 16)),
    );
  };
  const [berlin, newYork] = ["Europe/Berlin", "America/New_York"];
  expect(on(berlin, "2026-03-28T23:00:00Z", "01:00", "08:00")).toEqual([["29T00:00", "29T06:00"]]);
  expect(on(berlin, "2026-03-28T23:00:00Z", "02:15", "02:45")).toEqual([["29T01:15", "29T01:45"]]);
  expect(on(berlin, "2026-03-28T23:00:00Z", "02:30", "03:00")).toEqual([]);
  expect(on(berlin, "2026-10-24T22:00:00Z", "01:00", "08:00")).toEqual([["24T23:00", "25T07:00"]]);
  expect(on(newYork, "2026-03-08T05:00:00Z", "01:00", "04:00")).toEqual([["08T06:00", "08T08:00"]]);
  expect(on(newYork, "2026-11-01T04:00:00Z", "01:00", "04:00")).toEqual([["01T05:00", "01T09:00"]]);
});
