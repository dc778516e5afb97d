import type { JsonObject } from "@/lib/shared/json";
import type { PanelShape } from "./panel-shape";
import { readDatasource } from "./read-datasource";
import { readNumber, readObject, readObjects, readString } from "./read-json";
import { readTargets } from "./read-targets";
import type { GridPos, ReadPanel } from "./reading-model";

/** Where the dashboard puts the panel; these need the whole document. */
export interface PanelPlace {
  id: number;
  path: (string | number)[];
  gridPos: GridPos;
  rowId: number | null;
}

/** What a panel is besides its shape, which has been read. */
export function readShapedPanel(raw: JsonObject, place: PanelPlace, shape: PanelShape): ReadPanel {
  const stored = readObjects(raw.transformations).map((one) => ({
    id: readString(one.id),
    options: readObject(one.options),
    disabled: one.disabled === true,
    ...(readString(readObject(one.filter).options)
      ? { refIds: readString(readObject(one.filter).options) }
      : {}),
  }));
  return {
    ...place,
    storedType: readString(raw.type),
    type: shape.type,
    title: readString(raw.title),
    description: readString(raw.description),
    transparent: raw.transparent === true,
    datasource: readDatasource(raw.datasource),
    targets: readTargets(raw.targets),
    fieldConfig: shape.fieldConfig,
    options: shape.options,
    transformations: [...(shape.transformations ?? []), ...stored],
    interval: readString(raw.interval),
    maxDataPoints: readNumber(raw.maxDataPoints) ?? null,
    timeFrom: readString(raw.timeFrom),
    timeShift: readString(raw.timeShift),
    links: readObjects(raw.links),
    repeat: readString(raw.repeat) || null,
    repeatDirection: raw.repeatDirection === "v" ? "v" : "h",
    maxPerRow: readMaxPerRow(raw),
    raw,
  };
}

/** Before `maxPerRow` a repeated panel named the least width in columns. */
function readMaxPerRow(raw: JsonObject): number | null {
  const stored = readNumber(raw.maxPerRow);
  const least = readNumber(raw.minSpan);
  if (stored !== undefined || !least || least <= 0) return stored ?? null;
  const most = 24 / least;
  return [24, 12, 8, 6, 4, 3, 2, 1].find((factor) => factor <= most) ?? 1;
}
