import type { JsonObject } from "@/lib/shared/json";
import type { PanelShape } from "./panel-shape";
import { aliasMatcher } from "./read-graph-overrides";
import { readNumber, readObject, readObjects, readString } from "./read-json";
import { readOldCalc } from "./read-old-calcs";
import { readColorThresholds } from "./read-singlestat";
import type { ReadOverride, ReadPanel } from "./reading-model";

/** The Angular table: its transform becomes a transformation, its column styles become overrides. */
export function readOldTable(raw: JsonObject): PanelShape {
  const sort = readObject(raw.sort);
  const column = readNumber(sort.col);
  return {
    type: "table",
    options: {
      showHeader: raw.showHeader !== false,
      ...(readNumber(raw.pageSize) ? { pageSize: readNumber(raw.pageSize) ?? 0 } : {}),
      ...(column === undefined ? {} : { sortBy: [{ index: column, desc: sort.desc === true }] }),
    },
    // The first matching style won in Angular; the last override wins today.
    fieldConfig: {
      defaults: { custom: {} },
      overrides: styleOverrides(readObjects(raw.styles)),
    },
    transformations: readTransform(raw),
  };
}

function readTransform(raw: JsonObject): ReadPanel["transformations"] {
  const make = (id: string, options: JsonObject = {}) => [{ id, options, disabled: false }];
  switch (raw.transform) {
    case "timeseries_to_columns":
      return make("joinByField", { byField: "Time", mode: "outer" });
    case "timeseries_to_rows":
      return make("seriesToRows");
    case "timeseries_aggregations": {
      const columns = readObjects(raw.columns).map(({ value, text }) => ({
        calc: readOldCalc(readString(value), ""),
        name: readString(text) || readString(value),
      }));
      const reducers = columns.map(({ calc }) => calc).filter(Boolean);
      return [
        ...make("reduce", { reducers, includeTimeField: false }),
        ...make("organize", { renameByName: columnNames(columns) }),
      ];
    }
    case "table":
      return make("merge");
    default:
      return [];
  }
}

/** Headers as the old table wrote them: its styles go by these names. */
function columnNames(columns: { calc: string; name: string }[]): JsonObject {
  const named = columns.flatMap(({ calc, name }) => {
    const title = calcTitles[calc];
    return title && name ? [[title, name] as const] : [];
  });
  return { Field: "Metric", ...Object.fromEntries(named) };
}

const calcTitles: Record<string, string> = {
  mean: "Mean",
  min: "Min",
  max: "Max",
  sum: "Total",
  lastNotNull: "Last *",
  count: "Count",
};

const resets = [
  ...["unit", "decimals", "thresholds", "mappings", "links"],
  ...["custom.hidden", "custom.align", "custom.cellOptions"],
];

/**
 * Only one style counted for a column, so each one takes back first what a more general one set. A name only where one
 * gives it, since a calculation has its name from elsewhere.
 */
function styleOverrides(styles: JsonObject[]): ReadOverride[] {
  const general = styles.toReversed();
  const firstName = general.findIndex(({ alias }) => readString(alias) !== "");
  return general.map((style, place) => {
    const isNamed = firstName !== -1 && place > firstName;
    const taken = [...(isNamed ? ["displayName"] : []), ...resets].map((id) => ({ id }));
    const own = [...nameProperties(style), ...valueProperties(style), ...linkProperties(style)];
    return { matcher: aliasMatcher(readString(style.pattern)), properties: [...taken, ...own] };
  });
}

function nameProperties(style: JsonObject): ReadOverride["properties"] {
  const properties: ReadOverride["properties"] = [];
  if (readString(style.alias)) properties.push({ id: "displayName", value: style.alias });
  if (style.type === "hidden") properties.push({ id: "custom.hidden", value: true });
  if (readString(style.align) && style.align !== "auto")
    properties.push({ id: "custom.align", value: style.align });
  return properties;
}

function valueProperties(style: JsonObject): ReadOverride["properties"] {
  if (style.type === "date") {
    const format = readString(style.dateFormat);
    return [{ id: "unit", value: format ? `time:${format}` : "dateTimeAsIso" }];
  }
  const properties: ReadOverride["properties"] = [];
  const mappings = readMaps(style);
  if (mappings.length > 0) properties.push({ id: "mappings", value: mappings });
  if (style.type !== "number") return properties;
  if (readString(style.unit)) properties.push({ id: "unit", value: style.unit });
  if (readNumber(style.decimals) !== undefined) properties.push({ id: "decimals", value: style.decimals });
  const thresholds = readColorThresholds(style.thresholds, style.colors);
  if (thresholds && readString(style.colorMode)) {
    const mode = style.colorMode === "value" ? "color-text" : "color-background";
    properties.push(
      { id: "thresholds", value: thresholds },
      { id: "custom.cellOptions", value: { type: mode } },
    );
  }
  return properties;
}

function readMaps(style: JsonObject): JsonObject[] {
  const useRanges = style.mappingType === 2;
  return readObjects(useRanges ? style.rangeMaps : style.valueMaps).map((map) => ({
    ...map,
    type: useRanges ? 2 : 1,
  }));
}

function linkProperties(style: JsonObject): ReadOverride["properties"] {
  if (style.link !== true || !readString(style.linkUrl)) return [];
  const link = {
    url: readString(style.linkUrl),
    title: readString(style.linkTooltip),
    targetBlank: style.linkTargetBlank === true,
  };
  return [{ id: "links", value: [link] }];
}
