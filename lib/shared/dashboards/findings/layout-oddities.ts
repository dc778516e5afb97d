import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { readNumber } from "../read-json";
import { gridColumns, gridPlacer } from "../read-layout";
import type { ImportFinding } from "./finding";
import { nameOf, objectsAt, type Placed } from "./walk-document";

/** Places on the grid that are incomplete or impossible; the fix writes the place where the panel is drawn. */
export function layoutOddities(document: JsonObject): ImportFinding[] {
  const place = gridPlacer();
  return objectsAt(document.panels, ["panels"]).flatMap((panel) => {
    const inner = objectsAt(panel.raw.panels, [...panel.path, "panels"]);
    return [panel, ...inner].flatMap((one): ImportFinding[] => {
      const isRow = one.raw.type === "row";
      const { gridPos, mended } = place(one.raw, isRow);
      if (!mended) return [];
      const path = [...one.path, "gridPos"];
      const fix = { label: "Write the place where it is drawn", changes: [{ path, value: { ...gridPos } }] };
      const { id, what } = kindOf(one);
      return [{ id, severity: "info", path, message: `The place of ${nameOf(one.raw)} ${what}.`, fix }];
    });
  });
}

function kindOf({ raw: { gridPos } }: Placed): { id: string; what: string } {
  if (!isJsonObject(gridPos)) return { id: "grid-missing", what: "is missing" };
  const { x, y, w, h } = gridPos;
  const numbers = [x, y, w, h].map(readNumber);
  if (numbers.includes(undefined)) return { id: "grid-incomplete", what: "lacks x, y, w or h" };
  if (numbers[2] === 0 || numbers[3] === 0) return { id: "grid-zero-size", what: "has no size" };
  if (numbers.some((number) => !Number.isInteger(number)))
    return { id: "grid-fraction", what: "has fractions" };
  if ((numbers[0] ?? 0) + (numbers[2] ?? 0) > gridColumns)
    return { id: "grid-too-wide", what: "is wider than 24 columns" };
  return { id: "grid-odd", what: "is impossible" };
}
