import { describe, expect, it } from "vitest";
import { grafanaData } from "@/lib/shared/panels/testing/grafana-data";
import { displayProcessor, displayText } from "./display-value";

const { FieldType, createTheme, getDisplayProcessor, formattedValueToString } = grafanaData;
const theme = createTheme();

function ours(unit: string, decimals: number | undefined, value: number, tickDecimals: number): string {
  const field = { type: "number" as const, options: { custom: {}, unit, decimals }, values: [] };
  return displayText(displayProcessor(field, { theme: "dark", timeZone: "utc" })(value, tickDecimals));
}

function grafanas(unit: string, decimals: number | undefined, value: number, tickDecimals: number): string {
  const field = { name: "v", type: FieldType.number, config: { unit, decimals }, values: [] };
  return formattedValueToString(getDisplayProcessor({ field, theme })(value, tickDecimals));
}

describe("displayProcessor on axis ticks", () => {
  it.each([
    ["s", undefined, 0.01, 2],
    ["s", undefined, 7.5, 1],
    ["percentunit", undefined, 0.25, 2],
    ["reqps", undefined, 3, 2],
    ["reqps", 2, 3, 1],
    ["bytes", undefined, 1536, 1],
    ["short", 0, 1500, 0],
    ["currencyUSD", undefined, 2, 2],
    ["none", undefined, 1e15, 1],
    ["none", undefined, 1e-9, 9],
  ] as const)("writes %s as Grafana does (decimals %s, value %s)", (unit, decimals, value, tickDecimals) => {
    expect(ours(unit, decimals, value, tickDecimals)).toBe(grafanas(unit, decimals, value, tickDecimals));
  });
});
