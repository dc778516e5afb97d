import { describe, expect, it } from "vitest";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { AlertlistOptions } from "@/lib/shared/panels/alertlist/options";
import { BarchartFieldOptions, BarchartOptions } from "@/lib/shared/panels/barchart/options";
import { BargaugeOptions, readBargaugeLegend } from "@/lib/shared/panels/bargauge/options";
import { DashlistOptions } from "@/lib/shared/panels/dashlist/options";
import { GaugeOptions } from "@/lib/shared/panels/gauge/options";
import { HeatmapOptions } from "@/lib/shared/panels/heatmap/options";
import { HistogramFieldOptions, HistogramOptions } from "@/lib/shared/panels/histogram/options";
import { readLegendOptions } from "@/lib/shared/panels/legend/legend-options";
import { NodeGraphOptions } from "@/lib/shared/panels/node-graph/options";
import type { Reader } from "@/lib/shared/panels/option-schemas";
import { type PanelType, panelTypes } from "@/lib/shared/panels/panel-types";
import { PiechartOptions, PieTooltip } from "@/lib/shared/panels/piechart/options";
import { PolystatOptions } from "@/lib/shared/panels/polystat/options";
import { ReduceOptions } from "@/lib/shared/panels/single-values/reduce-options";
import { StatOptions } from "@/lib/shared/panels/stat/options";
import {
  StateFieldOptions,
  StateOptions,
  StatusFieldOptions,
} from "@/lib/shared/panels/state-timeline/options";
import { readColumnOptions, TableOptions } from "@/lib/shared/panels/table/options";
import { TextOptions } from "@/lib/shared/panels/text/options";
import { TimeseriesFieldOptions, TimeseriesOptions } from "@/lib/shared/panels/timeseries/options";
import { optionFields, overridable } from "./option-fields";
import { type OptionField, storedChoice } from "./options/option-field";
import { knownProperties } from "./override-property";
import { panelTypes as offeredTypes } from "./panel-types";

/** Axes of bars are read as those of time series. */
function axisOf(custom: unknown) {
  const {
    axisPlacement,
    axisLabel,
    axisBorderShow,
    axisGridShow = true,
    axisSoftMin,
    axisSoftMax,
  } = TimeseriesFieldOptions.parse(custom);
  return { axisPlacement, axisLabel, axisBorderShow, axisGridShow, axisSoftMin, axisSoftMax };
}

/** What draws each type reads its options and its fields' settings with. */
const readers: Record<PanelType, [Reader<unknown>, Reader<unknown>?]> = {
  timeseries: [TimeseriesOptions, TimeseriesFieldOptions],
  stat: [StatOptions],
  gauge: [GaugeOptions],
  bargauge: [BargaugeOptions],
  table: [TableOptions, { parse: (custom) => readColumnOptions(custom as JsonObject) }],
  text: [TextOptions],
  piechart: [PiechartOptions],
  barchart: [BarchartOptions, { parse: (custom) => [BarchartFieldOptions.parse(custom), axisOf(custom)] }],
  heatmap: [HeatmapOptions],
  histogram: [HistogramOptions, HistogramFieldOptions],
  "state-timeline": [StateOptions, StateFieldOptions],
  "status-history": [StateOptions, StatusFieldOptions],
  alertlist: [AlertlistOptions],
  dashlist: [DashlistOptions],
  polystat: [PolystatOptions],
  nodeGraph: [NodeGraphOptions],
};

function readerOf(type: PanelType, [root, , , key]: OptionField["path"], second: unknown): Reader<unknown> {
  const inOptions = { parse: (value: unknown) => value };
  if (root === "fieldConfig") return readers[type][1] ?? inOptions;
  if (second === "legend" && type !== "heatmap") {
    const read = type === "bargauge" ? readBargaugeLegend : readLegendOptions;
    return { parse: (stored) => read(child(stored, "legend")) };
  }
  if (second === "reduceOptions")
    return { parse: (stored) => ReduceOptions.parse(child(stored, "reduceOptions")) };
  if (second === "tooltip" && type === "piechart")
    return { parse: (stored) => PieTooltip.parse(child(stored, "tooltip")) };
  return key === "" ? inOptions : readers[type][0];
}

const child = (stored: unknown, key: string) => (stored as Record<string, unknown>)[key];

/** A value at its path below the part of the panel that is read. */
function nested([first, ...rest]: (string | number)[], value: unknown): unknown {
  return first === undefined ? value : { [first]: nested(rest, value) };
}

function merged(parts: unknown[]): unknown {
  return parts.reduce((all, part) => {
    if (!isJsonObject(all) || !isJsonObject(part)) return part;
    const both = Object.keys(part).map((key) => [key, merged([all[key], part[key]])]);
    return { ...all, ...Object.fromEntries(both) };
  });
}

/** Two different settings, each unlike the default. */
function samples(field: OptionField): unknown[] {
  switch (field.input) {
    case "choice": {
      const others = field.choices.map(({ value }) => value).filter((value) => value !== field.fallback);
      return others.slice(0, 2).map((value) => storedChoice(field, value));
    }
    case "number": {
      const { min = 1, fallback } = field;
      const max = field.max ?? min + 6;
      return [max, (min + max) / 2, min].filter((value) => value !== fallback).slice(0, 1);
    }
    case "switch":
      return [field.fallback !== true];
    case "several":
    case "calculation":
      return [[field.choices[1]?.value]];
    default:
      return ["some words"];
  }
}

const all = panelTypes.flatMap((type) =>
  (optionFields[type] ?? []).flatMap(({ fields }) => fields.map((field) => ({ type, field }))),
);

describe("the fields of the panel editor", () => {
  it.each(panelTypes)("%s: each sets something that its drawing reads, once", (type) => {
    const mine = all.filter((one) => one.type === type);
    expect(new Set(mine.map(({ field }) => field.path.join("."))).size).toBe(mine.length);
    for (const { field } of mine) {
      const inFields = field.path[0] === "fieldConfig";
      const path = field.path.slice(inFields ? 3 : 1);
      const reader = readerOf(type, field.path, field.path[1]);
      const usual = JSON.stringify(reader.parse({}));
      for (const sample of samples(field)) {
        const also = field.also?.(sample as Json) ?? [];
        const stored = merged([
          nested(path, sample),
          ...also.map(([at, value]) => nested(at.slice(1), value)),
        ]);
        const read = JSON.stringify(reader.parse(stored));
        expect(read, `${type} ${path.join(".")} = ${JSON.stringify(sample)}`).not.toBe(usual);
      }
    }
  });

  it.each(panelTypes)("%s: what it shows before anything is set is what is drawn", (type) => {
    for (const { field } of all.filter((one) => one.type === type)) {
      if (field.fallback === undefined || field.shown) continue;
      const inFields = field.path[0] === "fieldConfig";
      const path = field.path.slice(inFields ? 3 : 1);
      const reader = readerOf(type, field.path, field.path[1]);
      const fallback = field.input === "choice" ? storedChoice(field, field.fallback) : field.fallback;
      const unset = JSON.stringify(reader.parse({}));
      expect(JSON.stringify(reader.parse(nested(path, fallback))), `${type} ${path.join(".")}`).toBe(unset);
    }
  });
});

it("offers every type that is drawn, but not what is a plugin's in Grafana", () => {
  const own = panelTypes.filter((type) => type !== "polystat");
  expect(offeredTypes.map(({ value }) => value).toSorted()).toEqual(own.toSorted());
});

describe("overrides", () => {
  it("offer every setting of the type's fields, groups of them as a whole", () => {
    expect([...overridable("timeseries").keys()]).toEqual(
      expect.arrayContaining([
        "custom.lineStyle",
        "custom.stacking",
        "custom.transform",
        "custom.axisPlacement",
      ]),
    );
    const initial = new Map(knownProperties("timeseries").map((one) => [one.id, one.initial]));
    expect(initial.get("custom.lineStyle")).toEqual({ fill: "dash" });
    expect(initial.get("custom.axisCenteredZero")).toBe(true);
    expect(initial.get("custom.barAlignment")).toBe(-1);
    expect(
      new Map(knownProperties("table").map((one) => [one.id, one.initial])).get("custom.cellOptions"),
    ).toEqual({
      type: "color-text",
    });
  });
});
