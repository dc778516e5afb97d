import { isSameJson } from "./diff/leaf-changes";
import type { PanelShape } from "./panel-shape";
import { readCurrent } from "./read-current";
import { readPanelShape } from "./read-panel-shape";
import { readPanels } from "./read-panels";
import type { DashboardDocument } from "./reading-model";

/** Shapes of a document's panels that are not today's as they are stored, by the panel's path. */
export type OldShapes = Readonly<Record<string, PanelShape>>;

const lowest = "\u0000lowest";

/** For who reads the document without the code that knows all former shapes. */
export function oldShapesText(document: DashboardDocument): string {
  const shapes = JSON.stringify(listOldShapes(document), (key, value) =>
    key === "value" && value === Number.NEGATIVE_INFINITY ? lowest : value,
  );
  // JSON has no infinity, yet what is too low for a number is read as one: a first threshold stands there.
  return shapes.replaceAll(`"value":${JSON.stringify(lowest)}`, `"value":-1e999`);
}

export function listOldShapes(document: DashboardDocument): OldShapes {
  const shapes: Record<string, PanelShape> = {};
  readPanels(document, [], (raw, path) => {
    const shape = readPanelShape(raw);
    if (!isSameJson(shape, readCurrent(raw))) shapes[path.join(".")] = shape;
    return shape;
  });
  return shapes;
}
