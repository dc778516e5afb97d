import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldOptions, ReadMapping } from "@/lib/shared/dashboards/reading-model";
import { grafanaData } from "@/lib/shared/panels/testing/grafana-data";
import { newField } from "./data-frame";
import { displayText, displayValue } from "./display-value";
import { seriesColor } from "./field-color";
import { colorByName } from "./named-colors";
import { classicPalette, continuousSchemes, perceptualSchemes } from "./palettes";

const { createTheme, formattedValueToString, FieldType, getFieldSeriesColor } = grafanaData;
const themes = {
  dark: createTheme({ colors: { mode: "dark" } }),
  light: createTheme({ colors: { mode: "light" } }),
};

const thresholds: FieldOptions["thresholds"] = {
  mode: "absolute",
  steps: [
    { value: Number.NEGATIVE_INFINITY, color: "green" },
    { value: 10, color: "#EAB839" },
    { value: 20, color: "dark-red" },
  ],
};
const mappings: ReadMapping[] = [
  {
    type: "value",
    options: { "1": { text: "up", color: "green" }, "0": { text: "down", color: "semi-dark-red" } },
  },
  { type: "range", from: 2, to: 5, result: { text: "some" } },
  { type: "special", match: "null+nan", result: { text: "N/A", color: "text" } },
];
const grafanaMappings = [
  {
    type: "value",
    options: { "1": { text: "up", color: "green" }, "0": { text: "down", color: "semi-dark-red" } },
  },
  { type: "range", options: { from: 2, to: 5, result: { text: "some" } } },
  { type: "special", options: { match: "null+nan", result: { text: "N/A", color: "text" } } },
];

/** Grafana writes colours as #rgb, #rrggbb or rgb(); here all become numbers. */
function rgb(color: string): number[] {
  const hex = /^#(..)(..)(..)/.exec(color);
  if (hex) return hex.slice(1, 4).map((part) => Number.parseInt(part, 16));
  return (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}

function grafanas(config: object, value: unknown, theme: "dark" | "light", values: number[] = [0, 40]) {
  const field = { name: "Value", type: FieldType.number, config, values } as never;
  const shown = grafanaData.getDisplayProcessor({ field, theme: themes[theme], timeZone: "utc" })(value);
  return { text: formattedValueToString(shown), color: rgb(shown.color ?? "") };
}

function ours(options: FieldOptions, value: unknown, theme: "dark" | "light", values: number[] = [0, 40]) {
  const shown = displayValue(newField({ name: "Value", type: "number", values, options }), value, {
    theme,
    timeZone: "utc",
  });
  return { text: displayText(shown), color: rgb(shown.color) };
}

const values = [-5, 0, 1, 3, 9.99, 10, 15, 19.9, 20, 25, 40, 1e15, 1e-9, null, Number.NaN];

describe("displayValue", () => {
  it.each(["dark", "light"] as const)("writes and colours values as Grafana does (%s)", (theme) => {
    const settings: FieldOptions[] = [
      { unit: "bytes", thresholds, custom: {} },
      {
        unit: "percent",
        decimals: 1,
        thresholds: thresholds && { ...thresholds, mode: "percentage" },
        min: 0,
        max: 100,
        custom: {},
      },
      { unit: "s", color: { mode: "fixed", fixedColor: "super-light-blue" }, custom: {} },
      { noValue: "-", thresholds, mappings, custom: {} },
    ];
    for (const options of settings) {
      const config = { ...options, mappings: options.mappings ? grafanaMappings : undefined };
      for (const value of values)
        expect([value, ours(options, value, theme)]).toEqual([value, grafanas(config, value, theme)]);
    }
  });

  it.each([...Object.keys(continuousSchemes), ...Object.keys(perceptualSchemes)])(
    "blends %s nearly as Grafana does",
    (mode) => {
      // Dark only: the oracle keeps the colours of the first theme that it is asked for.
      for (const theme of ["dark"] as const) {
        for (const value of [0, 5, 13, 20, 31, 40]) {
          const options = { color: { mode }, min: 0, max: 40, custom: {} };
          const [a, b] = [ours(options, value, theme).color, grafanas(options, value, theme).color];
          const off = Math.max(...a.map((channel, i) => Math.abs(channel - (b[i] ?? 0))));
          // Of the perceptual schemes nine stops are kept; the others are the same but for rounding.
          const most = Object.hasOwn(perceptualSchemes, mode) ? 12 : 1;
          expect([value, off <= most]).toEqual([value, true]);
        }
      }
    },
  );

  it("gives series the colours of Grafana's palettes in order", () => {
    for (const theme of ["dark", "light"] as const) {
      expect(classicPalette).toEqual(themes[theme].visualization.palette);
      for (const mode of ["palette-classic", "palette-classic-by-name", "shades", "fixed"]) {
        for (let seriesIndex = 0; seriesIndex < 70; seriesIndex++) {
          const color = { mode, fixedColor: "orange" };
          const name = `series ${seriesIndex}`;
          const field = newField({
            name,
            type: "number",
            values: [1],
            options: { color, custom: {} },
            seriesIndex,
          });
          const theirs = {
            name,
            type: FieldType.number,
            config: { color },
            values: [1],
            state: { seriesIndex, displayName: name },
          };
          const expected = getFieldSeriesColor(theirs as never, themes[theme]).color;
          const off = rgb(seriesColor(field, theme)).map((channel, i) =>
            Math.abs(channel - (rgb(expected)[i] ?? 0)),
          );
          expect([mode, seriesIndex, Math.max(...off) <= (mode === "shades" ? 2 : 0)]).toEqual([
            mode,
            seriesIndex,
            true,
          ]);
        }
      }
    }
  });

  it("knows every named colour of both themes", () => {
    const hues = ["red", "orange", "yellow", "green", "blue", "purple"];
    const names = hues.flatMap((hue) =>
      ["super-light-", "light-", "", "semi-dark-", "dark-"].map((shade) => shade + hue),
    );
    for (const theme of ["dark", "light"] as const) {
      for (const name of [...names, "text", "panel-bg", "transparent", "teal", "rebeccapurple", "#abc123"]) {
        expect([name, rgb(colorByName(name, theme))]).toEqual([
          name,
          rgb(themes[theme].visualization.getColorByName(name)),
        ]);
      }
    }
  });

  it("takes any value without throwing", () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom("bytes", "string", "dateTimeAsIso", "bool", "x"),
        (value, unit) => {
          const field = newField({
            name: "x",
            type: "number",
            values: [value],
            options: { unit, mappings, custom: {} },
          });
          expect(
            typeof displayText(
              displayValue(field, typeof value === "object" ? null : value, {
                theme: "dark",
                timeZone: "utc",
              }),
            ),
          ).toBe("string");
        },
      ),
    );
  });
});
