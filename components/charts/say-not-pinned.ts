import type uPlot from "uplot";
import { sharedTooltip } from "./tooltip-node";

/** Said where the person has pressed: what shows notices may not have come either. */
export function sayNotPinned({ rect, cursor: { left = 0, top = 0 } }: uPlot): void {
  const title = "The code that pins values did not load. Check the connection and press again.";
  sharedTooltip().show({ title, rows: [], more: 0 }, rect.left + left, rect.top + top);
}
