import type { Frame } from "@/lib/shared/prometheus/frame";
import type { TargetData, TargetError } from "@/lib/shared/prometheus/panel-batch";
import type { Transformers } from "./transformations/transformer";

export interface TargetResult {
  refId: string;
  frame: Frame;
  expr: string;
  warnings: string[];
  stats?: TargetData["stats"];
  exemplars?: TargetData["exemplars"];
  /** Of an expression: its values are called by its letter and labels. */
  computed?: true;
}

/** What a panel has to draw with: the last good results by target, and what went wrong since. */
export interface PanelData {
  /** True while a request is under way; earlier results stay. */
  loading: boolean;
  results: TargetResult[];
  errors: TargetError[];
  /** When `results` arrived (ms), null before the first answer. */
  receivedAtMs: number | null;
  /** The last refresh failed and `results` are from before. */
  stale: boolean;
  range: { fromMs: number; toMs: number };
}

/** What every prepare() may know besides panel and data. */
export interface PrepareContext {
  theme: "dark" | "light";
  /** IANA name, or `browser`, or `utc`. */
  timeZone: string;
  range: { fromMs: number; toMs: number };
  /** What the panel's transformations are carried out with: those that are missing leave the data as it is. */
  transformers?: Transformers;
  /** Replaces dashboard variables in titles, legends, links. */
  interpolate: (text: string, scoped?: Record<string, string>) => string;
  /** The address here of a link that was written for Grafana. */
  linkTo?: (url: string) => string;
}
