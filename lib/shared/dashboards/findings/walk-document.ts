import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import type { JsonPath } from "../edit/json-path";
import { readArray, readString } from "../read-json";

export interface Placed {
  raw: JsonObject;
  path: JsonPath;
}

/** The objects of a list, with their paths. */
export function objectsAt(list: Json | undefined, path: JsonPath): Placed[] {
  return readArray(list).flatMap((raw, i) => (isJsonObject(raw) ? [{ raw, path: [...path, i] }] : []));
}

/** Every panel and row head as stored, those inside rows included. */
export function panelsOf(document: JsonObject): Placed[] {
  const withInner = (panel: Placed) => [panel, ...objectsAt(panel.raw.panels, [...panel.path, "panels"])];
  const inRows = objectsAt(document.rows, ["rows"]).flatMap((row) =>
    objectsAt(row.raw.panels, [...row.path, "panels"]),
  );
  return [...objectsAt(document.panels, ["panels"]).flatMap(withInner), ...inRows];
}

/** How messages name a panel. */
export function nameOf({ title, id }: JsonObject): string {
  const text = readString(title).trim().slice(0, 60);
  if (text) return `"${text}"`;
  return typeof id === "number" ? `panel ${id}` : "a panel without title";
}
