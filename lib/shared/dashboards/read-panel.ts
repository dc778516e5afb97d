import type { JsonObject } from "@/lib/shared/json";
import { readPanelShape } from "./read-panel-shape";
import { type PanelPlace, readShapedPanel } from "./read-shaped-panel";
import type { ReadPanel } from "./reading-model";

/** Reads a panel of any age in today's terms. Never throws, never changes the JSON. */
export function readPanel(raw: JsonObject, place: PanelPlace): ReadPanel {
  return readShapedPanel(raw, place, readPanelShape(raw));
}
