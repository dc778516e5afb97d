import type { JsonObject } from "@/lib/shared/json";
import type { PanelShape } from "./panel-shape";
import { readCurrent } from "./read-current";
import { readObjects, readString } from "./read-json";
import { readMappings } from "./read-mappings";
import type { FieldOptions } from "./reading-model";

/** Areas of a tree map: the same values as lying bars, each called by the same column. */
export function readTreemap(raw: JsonObject): PanelShape {
  const current = readCurrent(raw);
  const { textField, colorByField } = current.options;
  const options = {
    orientation: "horizontal",
    xField: readString(textField),
    colorByField: readString(colorByField),
    legend: { showLegend: false },
  };
  return { ...current, type: "barchart", options };
}

/** The discrete panel: texts for values and ranges, and colours for texts, over time. */
export function readDiscrete(raw: JsonObject): PanelShape {
  const current = readCurrent(raw);
  const colors = new Map(
    readObjects(raw.colorMaps).map(({ text, color }) => [readString(text), readString(color)]),
  );
  const named = readMappings([...readObjects(raw.valueMaps), ...readObjects(raw.rangeMaps)]);
  const texts = [...colors].map(([text, color]) => ({
    type: "value" as const,
    options: { [text]: { text, color } },
  }));
  const mappings = [...named.map((mapping) => colored(mapping, colors)), ...texts];
  const unit = readString(raw.units) || undefined;
  const defaults: FieldOptions = {
    color: { mode: "palette-classic" },
    ...current.fieldConfig.defaults,
    ...(mappings.length > 0 ? { mappings } : {}),
    ...(unit ? { unit } : {}),
  };
  const options = {
    mergeValues: true,
    showValue: "auto",
    rowHeight: 0.9,
    legend: { showLegend: true, displayMode: "list" },
  };
  return { type: "state-timeline", options, fieldConfig: { ...current.fieldConfig, defaults } };
}

type Mapping = NonNullable<FieldOptions["mappings"]>[number];

function colored(mapping: Mapping, colors: ReadonlyMap<string, string>): Mapping {
  const withColor = <R extends { text?: string }>(result: R) => {
    const color = colors.get(result.text ?? "");
    return color ? { ...result, color } : result;
  };
  if (mapping.type !== "value") return { ...mapping, result: withColor(mapping.result) };
  const options = Object.entries(mapping.options).map(([value, result]) => [value, withColor(result)]);
  return { ...mapping, options: Object.fromEntries(options) };
}
