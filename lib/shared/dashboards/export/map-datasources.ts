import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

/** What a reference becomes; undefined leaves it alone. */
export type MapReference = (reference: { uid: string; type: string | null }) => string | undefined;

// Grafana's own sources, which every server has.
const builtIn = new Set(["grafana", "-- Grafana --", "-- Mixed --", "-- Dashboard --", "__expr__"]);

function mapReference(reference: Json, map: MapReference): Json {
  if (typeof reference === "string") {
    return builtIn.has(reference) ? reference : (map({ uid: reference, type: null }) ?? reference);
  }
  if (!isJsonObject(reference) || typeof reference.uid !== "string" || builtIn.has(reference.uid))
    return reference;
  const type = typeof reference.type === "string" ? reference.type : null;
  const uid = map({ uid: reference.uid, type });
  return uid === undefined ? reference : { ...reference, uid };
}

/** A copy in which every `datasource`, at any depth, is mapped; everything else is as it was. */
export function mapDatasources<T extends Json>(value: T, map: MapReference): T {
  return walk(value, map) as T;
}

function walk(value: Json, map: MapReference): Json {
  if (Array.isArray(value)) return value.map((item) => walk(item, map));
  if (!isJsonObject(value)) return value;
  const entries: [string, Json][] = Object.entries(value).map(([key, item]) => [
    key,
    key === "datasource" ? mapReference(item, map) : walk(item, map),
  ]);
  return Object.fromEntries(entries);
}

/** Names of the document's own datasource variables. */
export function datasourceVariables(document: JsonObject): Set<string> {
  const { templating } = document;
  const list = isJsonObject(templating) && Array.isArray(templating.list) ? templating.list : [];
  const names = list
    .filter(isJsonObject)
    .flatMap(({ type, name }) => (type === "datasource" && typeof name === "string" ? [name] : []));
  return new Set(names);
}

/** The variable that a reference like `${name}`, `$name` or `[[name]]` means, or null for a plain one. */
export function variableOf(uid: string): string | null {
  return /^\$\{([^}:]+)(?::[^}]*)?\}$|^\$(\w+)$|^\[\[(\w+)\]\]$/.exec(uid)?.slice(1).find(Boolean) ?? null;
}
