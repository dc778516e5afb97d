import type { ReadPanel } from "../../../lib/shared/dashboards/reading-model";
import type { PanelData, PrepareContext } from "../../../lib/shared/panels/panel-data";

export type BenchData = PanelData;

export const WIDTH_PX = 280;
export const HEIGHT_PX = 190;
const STEP_SECONDS = 6;
const START_SECONDS = 1_767_225_600;

const range = { fromMs: START_SECONDS * 1000, toMs: (START_SECONDS + 3600) * 1000 };

export const benchContext: PrepareContext = {
  theme: "dark",
  timeZone: "utc",
  range,
  interpolate: (text) => text,
};

export const benchPanel: ReadPanel = {
  id: 1,
  path: [],
  storedType: "timeseries",
  type: "timeseries",
  title: "Bench",
  description: "",
  transparent: false,
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
  rowId: null,
  datasource: null,
  targets: [
    {
      refId: "A",
      expr: "bench",
      legendFormat: "{{job}}",
      format: "time_series",
      instant: false,
      range: true,
      interval: "",
      intervalFactor: 1,
      hidden: false,
      datasource: null,
    },
  ],
  fieldConfig: { defaults: { unit: "s", custom: {} }, overrides: [] },
  options: { legend: { showLegend: true }, tooltip: { mode: "multi", sort: "desc" } },
  transformations: [],
  interval: "",
  maxDataPoints: null,
  timeFrom: "",
  timeShift: "",
  links: [],
  repeat: null,
  repeatDirection: "h",
  maxPerRow: null,
  raw: {},
};

/** Waves that differ by chart, series and version, the same in every run. */
export function benchData(series: number, points: number, version: number, chart: number): PanelData {
  const wave = (line: number, point: number) =>
    10 + line + 4 * Math.sin(point / (20 + line) + chart) + ((point * (line + 7) + version * 13) % 11) / 10;
  return {
    loading: false,
    results: [
      {
        refId: "A",
        expr: "bench",
        warnings: [],
        frame: {
          kind: "range",
          startSeconds: START_SECONDS,
          stepSeconds: STEP_SECONDS,
          length: points,
          series: Array.from({ length: series }, (_, line) => ({
            labels: { job: `series-${line}` },
            values: Array.from({ length: points }, (_, point) => wave(line, point)),
          })),
        },
      },
    ],
    errors: [],
    receivedAtMs: version,
    stale: false,
    range,
  };
}
