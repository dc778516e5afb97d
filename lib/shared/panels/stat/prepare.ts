import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import {
  gradientBackground,
  noShades,
  textOnGradient,
  tileShades,
} from "@/lib/shared/panels/fields/background";
import { brighter, readableColor, withAlpha } from "@/lib/shared/panels/fields/color-math";
import { displayText } from "@/lib/shared/panels/fields/display-value";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { type SingleValue, singleValues } from "@/lib/shared/panels/single-values/single-values";
import { StatOptions } from "./options";

export interface StatTile {
  key: string;
  /** Empty when the name is not shown. */
  title: string;
  /** Empty when the value is not shown. */
  text: string;
  prefix: string;
  suffix: string;
  /** For large text, and for text below 24 px, which needs more contrast. */
  textColor: string;
  smallTextColor: string;
  /** Null: the panel's own background. */
  background: string | null;
  lineColor: string;
  /** Under the line. */
  lineFill: string;
  line: SingleValue["line"];
  change: { text: string; color: string } | null;
  links: SingleValue["links"];
}

export interface StatModel {
  tiles: StatTile[];
  orientation: StatOptions["orientation"];
  centered: boolean;
  wide: boolean;
  titleSize?: number;
  valueSize?: number;
}

/** Decides what each tile of a stat panel says and in which colours. */
export function prepareStat(panel: ReadPanel, data: PanelData, context: PrepareContext): StatModel {
  const options = StatOptions.parse(panel.options);
  const values = singleValues(panel, data, context);
  const mode = options.textMode === "auto" ? autoText(panel, values.length) : options.textMode;
  return {
    tiles: values.map((value) => statTile(value, mode, options, context)),
    orientation: options.orientation,
    centered: options.justifyMode === "center" || mode === "value" || mode === "name",
    wide: options.wideLayout,
    titleSize: options.text.titleSize,
    valueSize: options.text.valueSize,
  };
}

/** What has no other name on its panel, or one that was given to it, is named. */
function autoText(panel: ReadPanel, count: number): "value_and_name" | "value" {
  const named = Boolean(panel.fieldConfig.defaults.displayName) || panel.title === "";
  return count > 1 || named ? "value_and_name" : "value";
}

function statTile(
  value: SingleValue,
  mode: Exclude<StatOptions["textMode"], "auto">,
  options: StatOptions,
  context: PrepareContext,
): StatTile {
  const { display } = value;
  const withValue = mode === "value_and_name" || mode === "value";
  const text = mode === "name" ? value.title : withValue ? display.text || "No data" : "";
  return {
    key: value.key,
    title: mode === "value_and_name" ? value.title : "",
    text,
    prefix: withValue ? options.prefix + (display.prefix ?? "") : "",
    suffix: withValue ? (display.suffix ?? "") + options.postfix : "",
    ...colors(display.color, options.colorMode, context.theme),
    line: options.graphMode === "area" ? value.line : null,
    change: options.showPercentChange ? percentChange(value, options, context) : null,
    links: value.links,
  };
}

function colors(
  color: string,
  mode: StatOptions["colorMode"],
  theme: PrepareContext["theme"],
): Pick<StatTile, "textColor" | "smallTextColor" | "background" | "lineColor" | "lineFill"> {
  const plain = colorByName("text", theme);
  if (mode === "background" || mode === "background_solid") {
    const shades = mode === "background" ? tileShades : noShades;
    const textColor = textOnGradient(color, shades, theme, 3) ?? plain;
    const smallTextColor = textOnGradient(color, shades, theme, 4.5) ?? plain;
    const background = mode === "background" ? gradientBackground(color, shades, theme) : color;
    const line = { lineColor: brighter(color, 0.4), lineFill: "rgba(255, 255, 255, 0.4)" };
    return { textColor, smallTextColor, background, ...line };
  }
  const line = { lineColor: color, lineFill: withAlpha(color, 0.2) };
  if (mode === "none") return { textColor: plain, smallTextColor: plain, background: null, ...line };
  const panel = colorByName("panel-bg", theme);
  const [textColor, smallTextColor] = [readableColor(color, panel, 3), readableColor(color, panel, 4.5)];
  return { textColor, smallTextColor, background: null, ...line };
}

/** From the first to the last value of the range, in per cent. */
function percentChange(
  value: SingleValue,
  options: StatOptions,
  context: PrepareContext,
): StatTile["change"] {
  const numbers =
    value.line?.values.filter((one): one is number => one !== null && Number.isFinite(one)) ?? [];
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined || first === 0) return null;
  const change = (last - first) / Math.abs(first);
  const good = options.percentChangeColorMode === "inverted" ? change < 0 : change > 0;
  const name =
    options.percentChangeColorMode === "same_as_value"
      ? value.display.color
      : change === 0
        ? "text"
        : good
          ? "green"
          : "red";
  const color = readableColor(colorByName(name, context.theme), colorByName("panel-bg", context.theme));
  return { text: `${change > 0 ? "+" : ""}${(change * 100).toFixed(1)}%`, color };
}

/** The whole value as one text, for screen readers and copying. */
export function statLabel(tile: StatTile): string {
  const value = displayText({ text: tile.text, prefix: tile.prefix, suffix: tile.suffix });
  return [tile.title, value].filter(Boolean).join(": ");
}
