import type { JsonObject } from "@/lib/shared/json";

/** Grafana's dashboard JSON as stored: never rewritten by reading. */
export type DashboardDocument = JsonObject;

export interface GridPos {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** `uid` may be a variable reference such as `${DS_PROMETHEUS}`; both undefined means the tenant's default datasource. */
export interface DatasourceRef {
  type?: string;
  uid?: string;
}

export interface ReadTarget {
  refId: string;
  expr: string;
  legendFormat: string;
  format: "time_series" | "table" | "heatmap";
  instant: boolean;
  range: boolean;
  /** Minimum step as written, for example `30s` or `$interval`; empty when unset. */
  interval: string;
  intervalFactor: number;
  hidden: boolean;
  /** Exemplars are shown beside the series. */
  exemplar?: boolean;
  /** Not asked but computed of other targets' answers: one of Grafana's server-side expressions, as stored. */
  expression?: JsonObject;
  datasource: DatasourceRef | null;
}

export interface FieldOptions {
  unit?: string;
  decimals?: number;
  min?: number;
  max?: number;
  /** Colours and gauges compare within the field instead of across the panel. */
  fieldMinMax?: boolean;
  displayName?: string;
  noValue?: string;
  color?: { mode: string; fixedColor?: string; seriesBy?: string };
  thresholds?: { mode: "absolute" | "percentage"; steps: { value: number; color: string }[] };
  mappings?: ReadMapping[];
  links?: JsonObject[];
  /** Panel-type specific field settings (drawStyle, lineWidth, stacking, cellOptions, ...), as stored. */
  custom: JsonObject;
}

export type ReadMapping =
  | { type: "value"; options: Record<string, MappedResult> }
  | { type: "range"; from: number | null; to: number | null; result: MappedResult }
  | { type: "regex"; pattern: string; result: MappedResult }
  | { type: "special"; match: string; result: MappedResult };

export interface MappedResult {
  text?: string;
  color?: string;
  icon?: string;
  index?: number;
}

export interface ReadOverride {
  matcher: { id: string; options?: unknown };
  properties: { id: string; value?: unknown }[];
}

export interface ReadPanel {
  id: number;
  /** Where the panel stands in the document, for example ["panels", 3, "panels", 0]. */
  path: (string | number)[];
  /** The type as stored. */
  storedType: string;
  /** The type it is drawn as: `graph` reads as `timeseries`, `singlestat` as `stat`, ... unknown types stay themselves. */
  type: string;
  title: string;
  description: string;
  transparent: boolean;
  gridPos: GridPos;
  /** Id of the row it belongs to; null above the first row. */
  rowId: number | null;
  datasource: DatasourceRef | null;
  targets: ReadTarget[];
  fieldConfig: { defaults: FieldOptions; overrides: ReadOverride[] };
  /** Panel-type options in today's Grafana form (legend, tooltip, reduceOptions, ...); old shapes are translated. */
  options: JsonObject;
  /** `refIds` names the queries whose frames a transformation is meant for; absent means all. */
  transformations: { id: string; options: JsonObject; disabled: boolean; refIds?: string }[];
  interval: string;
  maxDataPoints: number | null;
  timeFrom: string;
  timeShift: string;
  links: JsonObject[];
  repeat: string | null;
  repeatDirection: "h" | "v";
  maxPerRow: number | null;
  /** The panel whose queries it shows instead of its own. */
  sharedFrom?: { id: number; title: string; raw: JsonObject };
  raw: JsonObject;
}

export interface ReadRow {
  id: number;
  path: (string | number)[];
  title: string;
  collapsed: boolean;
  /** Grid line of the row's head. */
  y: number;
  repeat: string | null;
}

/** One condition of an ad hoc variable, as stored. */
export interface AdhocFilter {
  key: string;
  operator: string;
  value: string;
}

export interface ReadVariable {
  name: string;
  label: string;
  type:
    | "query"
    | "custom"
    | "datasource"
    | "interval"
    | "constant"
    | "textbox"
    | "adhoc"
    | "switch"
    | "unknown";
  /** The query text: `label_values(...)`, the custom list, the interval list, the datasource type. */
  query: string;
  datasource: DatasourceRef | null;
  regex: string;
  multi: boolean;
  includeAll: boolean;
  allValue: string | null;
  /** 0 never, 1 on load, 2 on time range change. */
  refresh: 0 | 1 | 2;
  /** 0 shown, 1 without label, 2 hidden. */
  hide: 0 | 1 | 2;
  sort: number;
  current: string | string[] | null;
  options: { text: string; value: string }[];
  auto: boolean;
  autoCount: number;
  autoMin: string;
  /** What an ad hoc variable filters by until the page says otherwise. */
  filters?: readonly AdhocFilter[];
  description?: string;
  path: (string | number)[];
}

/** Annotations that people and programs wrote down: those of the dashboard, or of the tenant that carry tags. */
export interface StoredAnnotations {
  by: "dashboard" | "tags";
  tags: string[];
  matchAny: boolean;
  limit: number;
}

/** What is marked on charts over time, and where it comes from. */
export interface ReadAnnotation {
  name: string;
  /** On until somebody switches it off. */
  enabled: boolean;
  /** Without a switch on the page. */
  hidden: boolean;
  color: string;
  datasource: DatasourceRef | null;
  expr: string;
  step: string;
  titleFormat: string;
  textFormat: string;
  tagKeys: string[];
  /** The sample's value is the time (ms) that is marked. */
  valueIsTime: boolean;
  /** Only these panels, or all but these; null for all. */
  panels: { exclude: boolean; ids: number[] } | null;
  /** Written down here, and not asked of a datasource. */
  stored?: StoredAnnotations;
  /** Not asked for: a stretch of every day or week, times of day in the zone. */
  region?: {
    from: string;
    to: string;
    fromDayOfWeek?: number;
    toDayOfWeek?: number;
    timeZone: string;
    cron?: { expression: string; lastsMs: number };
  };
}

export interface ReadDashboard {
  uid: string | null;
  title: string;
  description: string;
  tags: string[];
  time: { from: string; to: string };
  /** `10s`, or empty when off. */
  refresh: string;
  refreshIntervals: string[];
  timezone: string;
  /** The day (0 is Sunday) on which `now/w` begins, and the month (0 is January) of `now/fy`. */
  weekStart?: 0 | 1 | 6;
  fiscalStart?: number;
  /** 0 own tooltip, 1 shared crosshair, 2 shared tooltip. */
  graphTooltip: 0 | 1 | 2;
  panels: ReadPanel[];
  rows: ReadRow[];
  variables: ReadVariable[];
  annotations: ReadAnnotation[];
  links: JsonObject[];
  /** What was read by shape and could be mended: shown as findings, never written back by itself. */
  findings: { rule: string; message: string; path: (string | number)[] }[];
}
