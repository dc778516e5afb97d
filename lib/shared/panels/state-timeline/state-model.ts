import type { FieldLink } from "@/lib/shared/panels/fields/field-links";

export interface StateSegment {
  fromMs: number;
  toMs: number;
  color: string;
  /** What stands inside and in the tooltip. */
  text: string;
}

export interface StateLane {
  key: string;
  name: string;
  /** In order of time, without overlap. */
  segments: StateSegment[];
  fillOpacity: number;
  lineWidth: number;
  labels: Record<string, string>;
  /** Where the state at a time leads; null without data links. */
  links: ((timeMs: number) => FieldLink[]) | null;
}

export interface StateModel {
  theme: "dark" | "light";
  timeZone: string;
  range: { fromMs: number; toMs: number };
  timesMs: number[];
  /** From the top down. */
  lanes: StateLane[];
  showText: "auto" | "always" | "never";
  align: "left" | "center" | "right";
  /** Share of its row that a lane fills. */
  laneHeight: number;
  /** How much of its time a cell around a sample fills; null where segments touch. */
  share: number | null;
  tooltip: "single" | "multi" | "none";
  /** Lanes a page: more than that have pages. */
  perPage: number;
}
