import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

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

/** The list with one item a place further up or down; the same list at its ends. */
export function withMoved<Item>(list: readonly Item[], index: number, by: -1 | 1): Item[] {
  const target = index + by;
  const moved = list[index];
  if (moved === undefined || target < 0 || target >= list.length) return [...list];
  return list.toSpliced(index, 1).toSpliced(target, 0, moved);
}

export interface OrganizedColumn {
  name: string;
  shown: boolean;
  /** Empty where the column keeps its own name. */
  newName: string;
}

/** The columns that come in, in the order in which "organize" leaves them; those that it hides are among them. */
export function organizedColumns(options: JsonObject, names: readonly string[]): OrganizedColumn[] {
  const [excluded, included, index, renamed] = [
    options.excludeByName,
    options.includeByName,
    options.indexByName,
    options.renameByName,
  ].map(objectOf) as [JsonObject, JsonObject, JsonObject, JsonObject];
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
  const with_ = (stored: Json | undefined, entries: [string, Json | undefined][]) => {
    const all = new Map<string, Json | undefined>([...Object.entries(objectOf(stored)), ...entries]);
    return Object.fromEntries([...all].filter((entry): entry is [string, Json] => entry[1] !== undefined));
  };
  return {
    ...options,
    excludeByName: with_(
      options.excludeByName,
      columns.map(({ name, shown }) => [name, shown ? undefined : true]),
    ),
    indexByName: with_(
      options.indexByName,
      columns.map(({ name }, place) => [name, place]),
    ),
    renameByName: with_(
      options.renameByName,
      columns.map(({ name, newName }) => [name, newName || undefined]),
    ),
    ...(options.includeByName === undefined
      ? {}
      : {
          includeByName: with_(
            options.includeByName,
            columns.map(({ name, shown }) => [name, shown ? true : undefined]),
          ),
        }),
  };
}

function objectOf(json: Json | undefined): JsonObject {
  return isJsonObject(json) ? json : {};
}
