import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { ReadPanel, ReadTarget } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject } from "@/lib/shared/json";
import type { Frame, WireValue } from "@/lib/shared/prometheus/frame";
import { applyFieldConfig } from "./fields/apply-field-config";
import type { DataFrame } from "./fields/data-frame";
import { displayProcessor, displayText } from "./fields/display-value";
import { toDataFrames } from "./fields/to-data-frames";
import type { PanelData } from "./panel-data";
import { singleValues } from "./single-values/single-values";
import { grafanaData } from "./testing/grafana-data";
import {
  grafanaCustomSettings,
  grafanaFieldConfig,
  grafanaFields,
  grafanaTheme,
  toGrafanaFrames,
} from "./testing/grafana-fields";
import { sampleContext, sampleData } from "./testing/sample-panel";

const { formattedValueToString, getFieldDisplayName, getFieldDisplayValues } = grafanaData;
const context = { ...sampleContext, interpolate: (text: string) => text };

const panels = [
  ...globSync("../shared/corpus/*/*.json"),
  ...globSync("monitoring/grafana/dashboards/*/*.json"),
].flatMap((file) => {
  const document: unknown = JSON.parse(readFileSync(file, "utf8"));
  const read = isJsonObject(document) ? readDashboard(document).panels : [];
  return read.map((panel) => ({ where: `${file} panel ${panel.id}`, panel }));
});
const drawn = panels.filter(
  ({ panel }) => panel.type !== "text" && panel.targets.length > 0 && isComparable(panel),
);

/**
 * Overrides keep value mappings as they are stored, but Grafana's library knows only those of today; and variables in
 * display names are filled in by other parts of Grafana.
 */
function isComparable({ fieldConfig, transformations }: ReadPanel): boolean {
  const { defaults, overrides } = fieldConfig;
  const stored = overrides.flatMap(({ properties }) => properties);
  const names = [
    defaults.displayName,
    ...stored.filter(({ id }) => id === "displayName").map(({ value }) => value),
  ];
  // Trends are frames within frames there.
  if (transformations.some(({ id }) => id === "timeSeriesTable")) return false;
  const isNew = stored.every(
    ({ id, value }) => id !== "mappings" || !/"type":\d/.test(JSON.stringify(value) ?? ""),
  );
  return isNew && names.every((name) => !String(name).includes("$"));
}

/** Three series with the labels that the query groups by, values of all sizes. */
function answer({ refId, expr, legendFormat, instant, range }: ReadTarget, seed: number): [string, Frame] {
  const grouped = [...expr.matchAll(/by\s*\(([^)]*)\)/g)].flatMap(([, list = ""]) => list.split(","));
  const named = [...legendFormat.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, label = ""]) => label);
  const labels = [
    ...new Set([...grouped, ...named].map((label) => label.trim()).filter((label) => /^\w+$/.test(label))),
  ];
  const values: WireValue[] = [0, 1, "NaN", 0.5, 42, 99.95, 1234.5, 1e9, 86_400, null, -3, "+Inf"];
  const at = (i: number) => values[(seed + i) % values.length] ?? null;
  const labelled = [0, 1, 2].map((i) => Object.fromEntries(labels.map((label) => [label, `${label}-${i}`])));
  if (instant && !range)
    return [
      refId,
      {
        kind: "instant",
        timeSeconds: 50,
        series: labelled.map((one, i) => ({ labels: one, value: at(i) ?? 7 })),
      },
    ];
  const series = labelled.map((one, i) => ({
    labels: one,
    values: [at(i), at(i + 3), at(i + 5), at(i + 8)],
  }));
  return [refId, { kind: "range", startSeconds: 0, stepSeconds: 10, length: 4, series }];
}

/** Grafana's Prometheus has a frame for each series, with a row for each sample and none for a step without. */
function asSamples(frame: DataFrame): DataFrame[] {
  const time = frame.fields.find(({ type }) => type === "time");
  if (frame.shape !== "series" || !time) return [frame];
  return frame.fields
    .filter((field) => field !== time)
    .map((field) => {
      const kept = field.values.flatMap((value, row) => (value === null ? [] : [row]));
      const fields = [time, field].map((one) => ({ ...one, values: kept.map((row) => one.values[row]) }));
      return { ...frame, fields, length: kept.length };
    });
}

function dataFor(panel: ReadPanel): PanelData {
  return sampleData(Object.fromEntries(panel.targets.map((target, i) => answer(target, panel.id + i))));
}

/** Grafana writes colours as #rgb, #rrggbb or rgb(); here all become numbers. */
function rgb(color: string | undefined): string {
  const hex = /^#(..)(..)(..)/.exec(color ?? "");
  if (hex)
    return hex
      .slice(1, 4)
      .map((part) => Number.parseInt(part, 16))
      .join();
  return (color?.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number).join();
}

describe("real panels", () => {
  it("name, format and colour every value as Grafana's library does", () => {
    for (const { where, panel } of drawn) {
      const frames = toDataFrames(panel, dataFor(panel), context);
      const theirs = grafanaFields(toGrafanaFrames(frames), panel);
      applyFieldConfig(frames, panel, context).forEach((frame, f) => {
        frame.fields.forEach((field, i) => {
          const other = theirs[f]?.fields[i];
          if (!other) return;
          expect(field.displayName, where).toBe(getFieldDisplayName(other, theirs[f], theirs));
          const show = displayProcessor(field, context);
          for (const value of field.values.slice(0, 4)) {
            const [own, expected] = [show(value), other.display?.(value)];
            const text = expected && formattedValueToString(expected);
            expect(displayText(own), `${where} ${field.displayName} ${value}`).toBe(text);
            if (field.type === "number")
              expect(rgb(own.color), `${where} ${value}`).toBe(rgb(expected?.color));
          }
        });
      });
    }
  });

  it("have their fields drawn as the overrides that Grafana's library finds for them say", () => {
    const overridden = drawn.filter(({ panel }) =>
      panel.fieldConfig.overrides.some(({ properties }) =>
        properties.some(({ id }) => id.startsWith("custom.")),
      ),
    );
    for (const { where, panel: stored } of overridden) {
      const { defaults, overrides } = stored.fieldConfig;
      const panel = { ...stored, fieldConfig: { defaults: { ...defaults, custom: {} }, overrides } };
      const frames = toDataFrames(panel, dataFor(panel), context);
      const own = applyFieldConfig(frames, panel, context);
      expect(
        own.map(({ fields }) => fields.map(({ options }) => options.custom)),
        where,
      ).toEqual(grafanaCustomSettings(toGrafanaFrames(frames), panel));
    }
    expect(overridden.length).toBeGreaterThan(0);
  });

  it("reduce to the single values that Grafana's library finds", () => {
    const single = drawn.filter(({ panel }) =>
      ["stat", "gauge", "bargauge", "piechart"].includes(panel.type),
    );
    for (const { where, panel } of single) {
      const data = dataFor(panel);
      const stored = isJsonObject(panel.options.reduceOptions) ? panel.options.reduceOptions : {};
      // Grafana keeps a time column a series; here series that share their times share it.
      if (stored.fields === "/^Time$/") continue;
      const expected = getFieldDisplayValues({
        fieldConfig: grafanaFieldConfig(panel),
        reduceOptions: { calcs: ["lastNotNull"], values: false, fields: "", ...stored } as never,
        replaceVariables: (text) => text,
        theme: grafanaTheme,
        data: grafanaFields(toGrafanaFrames(toDataFrames(panel, data, context).flatMap(asSamples)), panel),
        timeZone: "utc",
      });
      const own = singleValues(panel, data, context);
      expect(
        own.map(({ title, display }) => [title, displayText(display), rgb(display.color)]),
        where,
      ).toEqual(
        expected.map(({ display }) => [display.title, formattedValueToString(display), rgb(display.color)]),
      );
    }
  });
});
