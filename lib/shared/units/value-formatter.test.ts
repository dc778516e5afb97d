import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grafanaData } from "@/lib/shared/panels/testing/grafana-data";
import type { FormattedValue } from "./unit";
import { unitGroups } from "./unit-groups";
import { formattedText, formatValue, valueFormatter } from "./value-formatter";

const { getValueFormat, getValueFormats } = grafanaData;

const numbers = [
  ...[
    0, 1, -1, 0.5, 1.5, 2, 3.25, 9.99, 59, 60, 61, 99.95, 100, 999, 999.9, 1000, 1023, 1024, 1536, 3599, 3600,
  ],
  ...[
    86_399, 86_400, 604_800, 31_536_000, 123_456.789, 1e6, 1_048_576, 2_097_152.5, 1e9, 1.5e9, 1e12, 1e15,
    1e18, 1e21,
  ],
  ...[0.1, 0.01, 0.001, 0.0005, 0.000012, 1e-6, 1e-9, 2.5e-10, -0.0004, -12.5, -1234.5, -1e9, -1e15],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1_700_000_000_000],
];
const decimals = [undefined, null, 0, 1, 2, 4];
const custom = [
  ...["suffix:/6", "suffix:req", "prefix:v", "si:mWh", "si:B", "si:kHz", "count:things", "currency:zł"],
  ...[
    "currency:financial:€",
    "currency:financial:€:suffix",
    "bool:up/down",
    "bool:on",
    "widgets",
    "errps",
    "farenheit",
  ],
];
/** Their text depends on the clock or is spelled by another library; they have tests of their own. */
const apart = new Set(["dateTimeFromNow", "dateTimeAsLocal", "dateTimeAsLocalNoDateIfToday"]);

/** Grafana leaves parts undefined that are empty here, and the reverse; what is read counts. */
function text(formatted: FormattedValue): string {
  return formattedText(formatted);
}

function grafanaText(unit: string, value: number, places: number | null | undefined): string {
  return text(getValueFormat(unit)(value, places, null, "utc"));
}

function ourText(unit: string, value: number, places: number | null | undefined): string {
  return text(valueFormatter(unit)(value, places, { timeZone: "utc" }));
}

describe("valueFormatter", () => {
  const known = getValueFormats().flatMap((group) => group.submenu?.map((unit) => String(unit.value)) ?? []);

  it("knows every unit of Grafana by id and name", () => {
    const ours = new Map(unitGroups.flatMap((group) => group.units.map(([id, name]) => [id, name])));
    expect(known.filter((id) => !ours.has(id))).toEqual([]);
    const names = getValueFormats().flatMap((group) => group.submenu ?? []);
    for (const { text: name, value } of names)
      expect([value, ours.get(String(value))]).toEqual([value, name]);
  });

  it("writes numbers as Grafana does, in every unit", () => {
    for (const unit of [...known, ...custom]) {
      if (apart.has(unit)) continue;
      for (const value of numbers) {
        // Clocks and calendars beyond the year 2286, of infinities and NaN are no use to anybody.
        if (!(Math.abs(value) < 1e13) && /^(date|dt|clock|time)/.test(unit)) continue;
        for (const places of decimals) {
          // Grafana writes "NaN.00" there.
          if (Number.isNaN(value) && places) continue;
          expect([unit, value, places, ourText(unit, value, places)]).toEqual([
            unit,
            value,
            places,
            grafanaText(unit, value, places),
          ]);
        }
      }
    }
  });

  it("writes any number in the common units as Grafana does", () => {
    const unit = fc.constantFrom(
      "short",
      "none",
      "percent",
      "percentunit",
      "s",
      "ms",
      "bytes",
      "decbytes",
      "Bps",
      "bps",
      "reqps",
      "dtdurations",
      "currencyUSD",
    );
    const value = fc.oneof(
      fc.double({ noNaN: true, min: -1e21, max: 1e21 }),
      fc.float({ noNaN: true }),
      fc.integer(),
    );
    const places = fc.constantFrom(undefined, 0, 1, 2, 3);
    fc.assert(
      fc.property(unit, value, places, (id, number, count) => {
        // Of the very least numbers Grafana makes "NaN.nfinity".
        if (!Number.isFinite(number) || (number !== 0 && Math.abs(number) < 1e-290)) return;
        expect(ourText(id, number, count)).toBe(grafanaText(id, number, count));
      }),
      { numRuns: 3000 },
    );
  });

  it("writes the least of numbers as numbers", () => {
    expect(ourText("short", 5e-324, undefined)).toBe("5e-324");
  });

  it("writes times in the zone that is asked for", () => {
    const timeMs = Date.UTC(2026, 0, 31, 23, 5, 9);
    for (const timeZone of ["utc", "America/New_York", "Asia/Kolkata"]) {
      for (const unit of [
        "dateTimeAsIso",
        "dateTimeAsUS",
        "dateTimeAsSystem",
        "time:YYYY-MM-DD HH:mm",
        "time:ddd Do MMM [at] H:mm",
        "time:LT [on] MMMM D, YYYY",
        "time:LLL",
      ]) {
        const shown = text(valueFormatter(unit)(timeMs, null, { timeZone }));
        expect([unit, timeZone, shown]).toEqual([
          unit,
          timeZone,
          text(getValueFormat(unit)(timeMs, null, null, timeZone)),
        ]);
      }
    }
  });

  it("tells how long ago a time was", () => {
    for (const agoMs of [1000, 50_000, 600_000, 5_400_000, 90_000_000, 3e9, 4e10]) {
      const timeMs = Date.now() - agoMs;
      expect(text(valueFormatter("dateTimeFromNow")(timeMs))).toBe(
        text(getValueFormat("dateTimeFromNow")(timeMs)),
      );
    }
  });

  it("shows nothing for no value", () => {
    expect(formatValue("bytes", null)).toEqual({ text: "" });
  });
});
