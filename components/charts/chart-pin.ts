import type { FieldLink } from "@/lib/shared/panels/fields/field-links";
import type { TooltipContent } from "./tooltip-node";

/** The series that a press meant, and what can be done with its sample. */
export interface PressedSeries {
  name: string;
  labels: Record<string, string>;
  links: FieldLink[];
}

/** A tooltip that stays where the chart was pressed; `x` and `y` are of the window. */
export interface ChartPin {
  content: TooltipContent;
  series: PressedSeries | null;
  /** Of a chart over time. */
  atMs?: number;
  panelId?: number | null;
  x: number;
  y: number;
}
