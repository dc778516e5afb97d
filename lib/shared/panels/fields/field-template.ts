import type { PrepareContext } from "@/lib/shared/panels/panel-data";
import type { DataFrame, Field } from "./data-frame";

const reference = /\$\{__(field|series|data|value|cell)([.:][^}]*)?\}|\$__cell_(\d+)|\$__cell\b/g;
const pathAndFormat = /^\.?(.*?)(?::([a-z]+))?$/;
/** Spellings of older display names. */
const older = /\$\{?__(series_name|field_name)\b\}?/g;

interface Place {
  field: Field;
  frame: DataFrame;
  /** The row a link or cell stands in. */
  row?: number;
  value?: { text: string; raw: unknown; numeric: number };
  /** How a value of another field of the row is shown. */
  show?: (field: Field, value: unknown) => { whole: string; text: string; numeric: number };
}

/** Replaces `${__field.labels.x}`, `${__series.name}`, `${__data.fields.x}`, `${__value.text}`, then dashboard variables. */
export function fillTemplate(
  text: string,
  place: Place,
  interpolate: PrepareContext["interpolate"],
  encode: (text: string) => string = (same) => same,
): string {
  if (!text.includes("$")) return text;
  const filled = text.replace(reference, (whole, kind?: string, rest?: string, cell?: string) => {
    const [, path = "", format] = pathAndFormat.exec(rest ?? "") ?? [];
    const value = kind
      ? resolve(kind, path, place)
      : cellText(place, cell === undefined ? undefined : Number(cell));
    if (value === undefined) return whole;
    if (format === "raw") return value;
    return format === "percentencode" ? encodeURIComponent(value) : encode(value);
  });
  return interpolate(filled.replace(older, (_, name: string) => olderPart(name, place)));
}

function olderPart(name: string, { field, frame }: Place): string {
  return name === "series_name" ? (frame.name ?? field.displayName) : field.name;
}

function resolve(kind: string, path: string, place: Place): string | undefined {
  const { field, frame, value } = place;
  if (kind === "series")
    return path === "name" || path === "" ? (frame.name ?? field.displayName) : undefined;
  if (kind === "field") return fieldPart(field, path);
  if (kind === "cell") return cellText(place, undefined);
  if (kind === "value") {
    if (path === "time")
      return cellOf(
        frame.fields.find((one) => one.type === "time"),
        place.row,
      );
    if (path === "numeric") return value ? String(value.numeric) : undefined;
    if (path === "raw") return value ? String(value.raw) : undefined;
    return value?.text;
  }
  return dataPart(path, place);
}

function fieldPart(field: Field, path: string): string | undefined {
  if (path === "" || path === "name" || path === "displayName")
    return path === "name" ? field.name : field.displayName;
  if (path === "labels")
    return Object.entries(field.labels ?? {})
      .map(([key, text]) => `${key}="${text}"`)
      .join(", ");
  const label = /^labels(?:\.([^.[\]]+)|\["?([^"\]]+)"?\])$/.exec(path);
  return label ? (field.labels?.[label[1] ?? label[2] ?? ""] ?? "") : undefined;
}

function dataPart(path: string, { frame, row, show }: Place): string | undefined {
  if (path === "name") return frame.name ?? "";
  if (path === "refId") return frame.refId;
  const named = /^fields(?:\.([^.[\]]+)|\[["']?([^"'\]]+)["']?\])(?:\.(\w+))?/.exec(path);
  const key = named?.[1] ?? named?.[2];
  if (key === undefined) return undefined;
  const field =
    frame.fields.find((one) => one.name === key) ??
    frame.fields[Number(key)] ??
    frame.fields.find((one) => one.displayName === key);
  if (!field || row === undefined || !show) return cellOf(field, row);
  const shown = show(field, field.values[row]);
  if (named?.[3] === "numeric") return String(shown.numeric);
  return named?.[3] === "text" ? shown.text : shown.whole;
}

function cellText({ field, frame, row }: Place, column: number | undefined): string | undefined {
  return cellOf(column === undefined ? field : frame.fields[column], row);
}

function cellOf(field: Field | undefined, row: number | undefined): string | undefined {
  if (!field || row === undefined) return undefined;
  const value = field.values[row];
  return value === null || value === undefined ? "" : String(value);
}
