import { readObject } from "@/lib/shared/dashboards/read-json";
import type { Json, JsonObject } from "@/lib/shared/json";

const starts: Record<string, JsonObject> = {
  calculateField: { mode: "reduceRow", reduce: { reducer: "sum" }, replaceFields: false },
  concatenate: { frameNameMode: "field" },
  convertFieldType: { conversions: [] },
  extractFields: { format: "auto" },
  filterByRefId: { include: "" },
  filterByValue: { type: "include", match: "any", filters: [] },
  filterFieldsByName: { include: { names: [] } },
  formatTime: { timeField: "Time", outputFormat: "YYYY-MM-DD HH:mm:ss" },
  groupBy: { fields: {} },
  groupingToMatrix: { columnField: "Time", rowField: "Time", valueField: "Value" },
  joinByField: { byField: "Time", mode: "outer" },
  labelsToFields: { mode: "columns" },
  limit: { limitField: 10 },
  organize: { excludeByName: {}, indexByName: {}, renameByName: {} },
  partitionByValues: { fields: [] },
  prepareTimeSeries: { format: "multi" },
  reduce: { reducers: ["lastNotNull"], mode: "seriesToRows" },
  renameByRegex: { regex: "(.*)", renamePattern: "$1" },
  sortBy: { fields: {}, sort: [{ field: "" }] },
};

/** What a new transformation holds in Grafana's form. */
export function newTransformation(id: string): JsonObject {
  return { id, options: starts[id] ?? {} };
}

export interface OrganizedColumn {
  name: string;
  shown: boolean;
  /** Empty where the column keeps its own name. */
  newName: string;
}

/** The columns that come in, in the order in which "organize" leaves them; those that it hides are among them. */
export function organizedColumns(options: JsonObject, names: readonly string[]): OrganizedColumn[] {
  const excluded = readObject(options.excludeByName);
  const included = readObject(options.includeByName);
  const index = readObject(options.indexByName);
  const renamed = readObject(options.renameByName);
  const keepsAll = Object.values(included).every((value) => value !== true);
  const place = (name: string) => {
    const stored = index[name];
    return typeof stored === "number" ? stored : Number.MAX_SAFE_INTEGER;
  };
  return [...new Set(names)]
    .toSorted((a, b) => place(a) - place(b))
    .map((name) => ({
      name,
      shown: excluded[name] !== true && (keepsAll || included[name] === true),
      newName: typeof renamed[name] === "string" ? renamed[name] : "",
    }));
}

/** The options of "organize" for these columns; what they say of columns that are not there now stays. */
export function organizeOptions(options: JsonObject, columns: readonly OrganizedColumn[]): JsonObject {
  const byName = (key: string, toValue: (column: OrganizedColumn, place: number) => Json | undefined) =>
    changed(
      readObject(options[key]),
      columns.map((column, place) => [column.name, toValue(column, place)]),
    );
  const next = {
    ...options,
    excludeByName: byName("excludeByName", ({ shown }) => (shown ? undefined : true)),
    indexByName: byName("indexByName", (_, place) => place),
    renameByName: byName("renameByName", ({ newName }) => newName || undefined),
  };
  if (options.includeByName === undefined) return next;
  return { ...next, includeByName: byName("includeByName", ({ shown }) => (shown ? true : undefined)) };
}

/** The object with these values; undefined takes one out. */
function changed(object: JsonObject, values: [string, Json | undefined][]): JsonObject {
  const all = new Map<string, Json | undefined>([...Object.entries(object), ...values]);
  return Object.fromEntries([...all].filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
