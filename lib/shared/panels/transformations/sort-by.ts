import { readObjects, readString } from "@/lib/shared/dashboards/read-json";
import type { DataFrame } from "@/lib/shared/panels/fields/data-frame";
import { plainValue } from "@/lib/shared/panels/fields/trend";
import { allRows, fieldCalled, pickRows } from "./frame-rows";
import type { Transformer } from "./transformer";

export const sortBy: Transformer = (frames, options) => {
  const [sort] = readObjects(options.sort);
  if (!sort) return frames;
  return frames.map((frame) => sortFrame(frame, readString(sort.field), sort.desc === true));
};

function sortFrame(frame: DataFrame, name: string, descending: boolean): DataFrame {
  const field = fieldCalled(frame, name);
  if (!field) return frame;
  const sign = descending ? -1 : 1;
  const rows = allRows(frame).sort(
    (a, b) => sign * compare(plainValue(field.values[a]), plainValue(field.values[b])) || a - b,
  );
  return pickRows(frame, rows);
}

/** Nothing is less than everything; NaN counts as nothing. */
function compare(a: unknown, b: unknown): number {
  const [noA, noB] = [a, b].map((value) => value === null || value === undefined || Number.isNaN(value));
  if (noA || noB) return Number(noB) - Number(noA);
  if (typeof a === "number" && typeof b === "number") return a - b;
  // Blank texts come after all others.
  if (a === "" || b === "") return Number(a === "") - Number(b === "");
  return String(a).localeCompare(String(b), undefined, { numeric: true });
}
