import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { ReadPanel, ReadTarget } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject } from "@/lib/shared/json";
import type { Frame } from "@/lib/shared/prometheus/frame";
import { nameFields } from "./fields/name-fields";
import { resultFrames } from "./fields/result-frames";
import { toSeriesFrames } from "./fields/to-data-frames";
import { prepareTable } from "./table/prepare";
import { grafanaData, grafanaTransform } from "./testing/grafana-data";
import { grafanaFields, toGrafanaFrames } from "./testing/grafana-fields";
import { sampleContext, sampleData } from "./testing/sample-panel";
import { prepareTwin } from "./twin/prepare";

const { formattedValueToString, getFieldDisplayName, standardTransformers } = grafanaData;
type GrafanaFrame = ReturnType<typeof toGrafanaFrames>[number];

const byId = new Map(Object.values(standardTransformers).map((one) => [one.id as string, one]));
const context = { ...sampleContext, interpolate: (text: string) => text };

const panels = [
  ...globSync("../shared/corpus/*/*.json"),
  ...globSync("monitoring/grafana/dashboards/*/*.json"),
].flatMap((file) => {
  const document: unknown = JSON.parse(readFileSync(file, "utf8"));
  const read = isJsonObject(document) ? readDashboard(document).panels : [];
  return read.map((panel) => ({ where: `${file} panel ${panel.id}`, panel }));
});

const transformed = panels.filter(
  ({ panel: { transformations } }) =>
    transformations.some(({ disabled }) => !disabled) &&
    transformations.every(({ id, refIds }) => byId.has(id) && refIds === undefined),
);

const notLabels = new Set(
  "le excludeByName includeByName indexByName renameByName fields operation aggregate aggregations groupby mode".split(
    " ",
  ),
);

/** Labels that the query keeps or that the panel's transformations speak of. */
function labelsOf(panel: ReadPanel, { expr, legendFormat }: ReadTarget): string[] {
  const grouped = [...expr.matchAll(/by\s*\(([^)]*)\)/g)].flatMap(([, list = ""]) => list.split(","));
  const named = [...legendFormat.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, label = ""]) => label);
  const spoken = panel.transformations.flatMap(({ options }) =>
    [...JSON.stringify(options).matchAll(/"(?:byField":")?([a-z_][a-z0-9_]*)"/g)].map(([, key = ""]) => key),
  );
  const all = [...grouped, ...named, ...(grouped.length > 0 ? [] : spoken)].map((label) => label.trim());
  return [...new Set(all)].filter((label) => /^[a-z_]\w*$/.test(label) && !notLabels.has(label));
}

function answer(panel: ReadPanel, target: ReadTarget, seed: number): [string, Frame] {
  const labels = labelsOf(panel, target);
  const rows = [0, 1, 2].map((i) =>
    Object.fromEntries(labels.map((label) => [label, `${label}-${(i + seed) % 4}`])),
  );
  if (target.instant && !target.range) {
    const series = rows.map((one, i) => ({ labels: one, value: seed * 100 + i + 0.5 }));
    return [target.refId, { kind: "instant", timeSeconds: 50, series }];
  }
  const series = rows.map((one, i) => ({ labels: one, values: [i, null, seed + i * 2.25, 1e6 * i] }));
  return [target.refId, { kind: "range", startSeconds: 0, stepSeconds: 10, length: 4, series }];
}

function dataFor(panel: ReadPanel) {
  return sampleData(Object.fromEntries(panel.targets.map((target, i) => answer(panel, target, i))));
}

function grafanas(panel: ReadPanel): GrafanaFrame[] {
  const frames = toGrafanaFrames(nameFields(resultFrames(panel, dataFor(panel), context)));
  return panel.transformations
    .filter(({ disabled }) => !disabled)
    .reduce((current, { id, options }) => {
      const transformer = byId.get(id);
      return transformer
        ? grafanaTransform(current, transformer as never, { ...transformer.defaultOptions, ...options })
        : current;
    }, frames);
}

function plain(values: readonly unknown[]): unknown[] {
  return values.map((value) => (value === undefined || Number.isNaN(value) ? null : value));
}

/** All columns are shown: which of them are hidden is a setting that the library leaves to the table. */
function withoutCustom(panel: ReadPanel): ReadPanel {
  const { defaults, overrides } = panel.fieldConfig;
  const kept = overrides.map(({ matcher, properties }) => ({
    matcher,
    properties: properties.filter(({ id }) => !id.startsWith("custom.")),
  }));
  return { ...panel, fieldConfig: { defaults: { ...defaults, custom: {} }, overrides: kept } };
}

/** Whether all but a few agree; those are printed when it fails. */
function expectAgreement(all: { where: string; own: unknown; expected: unknown }[], share: number): void {
  const wrong = all.filter(({ own, expected }) => JSON.stringify(own) !== JSON.stringify(expected));
  if (1 - wrong.length / all.length < share) expect(wrong).toEqual([]);
  expect(all.length).toBeGreaterThan(0);
}

describe("transformations of real panels", () => {
  it("leave the frames that Grafana's library makes", () => {
    const all = transformed.map(({ where, panel }) => {
      const made = grafanas(panel);
      const expected = made.map((frame) =>
        frame.fields.map((field) => ({
          name: getFieldDisplayName(field, frame, made),
          values: plain(field.values),
        })),
      );
      const own = toSeriesFrames(panel, dataFor(panel), context).map(({ fields }) =>
        fields.map(({ displayName, values }) => ({ name: displayName, values: plain(values) })),
      );
      return { where, own, expected };
    });
    expectAgreement(all, 0.9);
  });

  it("show in tables what Grafana's library shows", () => {
    const all = transformed.map(({ where, panel: stored }) => {
      const panel = withoutCustom(stored);
      const [frame, ...others] = grafanaFields(grafanas(panel), panel);
      const expected = (frame?.fields ?? []).map((field) => ({
        name: getFieldDisplayName(field, frame, [frame as GrafanaFrame, ...others]),
        texts: [...field.values].map((value) => shown(field, value)),
      }));
      const { columns, rowCount } = prepareTable({ ...panel, options: {} }, dataFor(panel), context, 0);
      const own = columns.map(({ name, cell }) => ({
        name,
        texts: Array.from({ length: rowCount }, (_, row) => withoutNaN(cell(row).text)),
      }));
      return { where, own, expected };
    });
    expectAgreement(all, 0.9);
  });
});

function shown({ display }: GrafanaFrame["fields"][number], value: unknown): string {
  return display ? withoutNaN(formattedValueToString(display(value))) : String(value);
}

/** What is missing counts as no number there, and as missing here. */
function withoutNaN(text: string): string {
  return text === "NaN" ? "" : text;
}

describe("table twins of real charts", () => {
  const charts = panels.filter(
    ({ panel: { type, transformations, targets } }) =>
      ["timeseries", "barchart", "state-timeline", "histogram", "piechart"].includes(type) &&
      transformations.length === 0 &&
      targets.length > 0 &&
      targets.every(({ format, instant, expression }) => format === "time_series" && !instant && !expression),
  );
  const everyNth = Math.max(1, Math.floor(charts.length / 200));

  it("show the values that Grafana's library shows when it joins the series", () => {
    const sample = charts.filter(
      (_, i) => i % everyNth === 0 && !/\$/.test(JSON.stringify(charts[i]?.panel.fieldConfig)),
    );
    const all = sample.map(({ where, panel: stored }) => {
      const panel = withoutCustom(stored);
      const frames = toGrafanaFrames(nameFields(resultFrames(panel, dataFor(panel), context)));
      const joined =
        frames.length > 1
          ? grafanaTransform(frames, standardTransformers.joinByFieldTransformer, {
              byField: "Time",
              mode: "outer",
            })
          : frames;
      const shownFrames = grafanaFields(joined, panel);
      const [frame] = shownFrames;
      const expected = (frame?.fields ?? []).map((field) => ({
        name: getFieldDisplayName(field, frame, shownFrames),
        texts: [...field.values].map((value) => shown(field, value)),
      }));
      const { columns, rowCount } = prepareTwin(panel, dataFor(panel), context, 0);
      const own = columns.map(({ name, cell }) => ({
        name,
        texts: Array.from({ length: rowCount }, (_, row) => withoutNaN(cell(row).text)),
      }));
      return { where, own, expected };
    });
    expectAgreement(all, 0.97);
  });
});
