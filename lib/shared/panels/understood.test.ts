import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import { isFieldProperty } from "@/lib/shared/dashboards/read-field-options";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject } from "@/lib/shared/json";
import { BarchartFieldOptions } from "./barchart/options";
import { isContinuous } from "./fields/field-color";
import { fieldMatcher } from "./fields/field-matcher";
import { HistogramFieldOptions } from "./histogram/options";
import type { Reader } from "./option-schemas";
import { isPanelType } from "./panel-types";
import { StateFieldOptions } from "./state-timeline/options";
import { readColumnOptions } from "./table/options";
import { TimeseriesFieldOptions } from "./timeseries/options";
import { isTransformation } from "./transformations/registry";

const files = [
  ...globSync("../shared/corpus/*/*.json"),
  ...globSync("monitoring/grafana/dashboards/*/*.json"),
];
const panels = files.flatMap((file) => {
  const document: unknown = JSON.parse(readFileSync(file, "utf8"));
  return isJsonObject(document) ? readDashboard(document).panels : [];
});

/** The keys that a reader looks for. */
function keysOf(read: (stored: never) => unknown): Set<string> {
  const keys = new Set<string>();
  const watched = new Proxy({}, { get: (_, key) => void keys.add(String(key)) });
  read(watched as never);
  return keys;
}

const parse = (reader: Reader<unknown>) => keysOf((stored) => reader.parse(stored));
const hiding = new Set(["hideFrom"]);
const customKeys: Record<string, Set<string>> = {
  timeseries: parse(TimeseriesFieldOptions),
  barchart: parse(BarchartFieldOptions),
  histogram: parse(HistogramFieldOptions),
  "state-timeline": parse(StateFieldOptions),
  "status-history": parse(StateFieldOptions),
  table: keysOf((stored) => readColumnOptions(stored)),
};

const seriesModes = /^(thresholds|fixed|shades|palette-(classic|classic-by-name|colorblind|saturated))$/;

const dimensions: Record<string, (panel: ReadPanel) => boolean> = {
  "panel types": ({ type }) => isPanelType(type),
  transformations: ({ transformations }) => transformations.every(({ id }) => isTransformation(id)),
  "override matchers": ({ fieldConfig }) =>
    fieldConfig.overrides.every(({ matcher }) => fieldMatcher(matcher) !== null),
  "override properties": ({ type, fieldConfig }) =>
    fieldConfig.overrides.every(({ properties }) => properties.every(({ id }) => isProperty(id, type))),
  "colour modes": ({ fieldConfig }) => {
    const mode = fieldConfig.defaults.color?.mode ?? "thresholds";
    return seriesModes.test(mode) || isContinuous(mode);
  },
  "drawing options": ({ type, fieldConfig }) =>
    type !== "timeseries" || isTakenOver(fieldConfig.defaults.custom, TimeseriesFieldOptions),
};

function isProperty(id: string, type: string): boolean {
  if (!id.startsWith("custom.")) return isFieldProperty(id);
  const [key = ""] = id.slice("custom.".length).split(".");
  return (customKeys[type] ?? hiding).has(key);
}

/** Nothing that the reader knows fell back to its default. */
function isTakenOver(custom: object, reader: Reader<unknown>): boolean {
  const read = reader.parse(custom);
  return (
    isJsonObject(read) &&
    Object.entries(custom).every(([key, value]) => !(key in read) || isKept(value, read[key]))
  );
}

function isKept(stored: unknown, read: unknown): boolean {
  if (isJsonObject(stored) && isJsonObject(read))
    return Object.entries(stored).every(([key, value]) => !(key in read) || isKept(value, read[key]));
  return stored === null || JSON.stringify(stored) === JSON.stringify(read);
}

describe("what the fields of real panels ask for", () => {
  it.each(Object.keys(dimensions))("%s", (name) => {
    const understood = panels.filter((panel) => dimensions[name]?.(panel)).length;
    expect(understood / panels.length).toBeGreaterThan(0.99);
  });

  it("is understood as a whole by nearly all", () => {
    const understood = panels.filter((panel) => Object.values(dimensions).every((knows) => knows(panel)));
    expect(understood.length / panels.length).toBeGreaterThan(0.98);
  });
});
