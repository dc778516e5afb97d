import { randomBytes } from "node:crypto";
import { slugOf } from "./slug.ts";
import { type Traits, traitsOf } from "./traits.ts";
import type { ApiKey, Datasource, Entry, JsonObject, Org, StandInOptions } from "./types.ts";

/** All that one server remembers. */
export interface Store {
  options: StandInOptions;
  version: string;
  subPath: string;
  traits: Traits;
  orgs: Map<number, Org>;
  keys: Map<number, ApiKey>;
  faults: number[];
  /** Writes to dashboards and folders so far: lets a test say that nothing was written. */
  writes: number;
  requests: number;
  nextId(kind: "org" | "key" | "entry" | "datasource" | "version"): number;
}

export function createStore(options: StandInOptions): Store {
  const counters = new Map<string, number>();
  const version = options.version ?? "7.5.5";
  const store: Store = {
    options,
    version,
    subPath: options.subPath ?? "",
    traits: traitsOf(version),
    orgs: new Map(),
    keys: new Map(),
    faults: [...(options.faults ?? [])],
    writes: 0,
    requests: 0,
    nextId(kind) {
      const id = (counters.get(kind) ?? 0) + 1;
      counters.set(kind, id);
      return id;
    },
  };
  const org = addOrg(store, "Main Org.");
  for (const source of options.datasources ?? []) addDatasource(store, org, source);
  return store;
}

export function addOrg(store: Store, name: string): Org {
  const org: Org = { id: store.nextId("org"), name, entries: new Map(), datasources: new Map() };
  store.orgs.set(org.id, org);
  return org;
}

export function addDatasource(
  store: Store,
  org: Org,
  source: Partial<Datasource> & { name: string; url: string },
): Datasource {
  if (source.isDefault) for (const other of org.datasources.values()) other.isDefault = false;
  const added: Datasource = {
    type: "prometheus",
    access: "proxy",
    isDefault: false,
    basicAuth: false,
    basicAuthUser: "",
    jsonData: {},
    secureFields: [],
    version: 1,
    readOnly: false,
    ...source,
    uid: source.uid || shortUid(),
    id: store.nextId("datasource"),
  };
  org.datasources.set(added.id, added);
  return added;
}

export function shortUid(): string {
  return randomBytes(7).toString("base64url").slice(0, 9);
}

/** Makes version 1, or the next one, and keeps the twenty newest. */
export function writeEntry(
  store: Store,
  org: Org,
  entry: Omit<Entry, "versions" | "slug">,
  message: string,
): Entry {
  const before = org.entries.get(entry.id);
  const data: JsonObject = sortKeys({
    ...entry.data,
    id: entry.id,
    uid: entry.uid,
    title: entry.title,
    version: entry.version,
  });
  const version = {
    id: store.nextId("version"),
    version: entry.version,
    parentVersion: before?.version ?? (typeof entry.data.version === "number" ? entry.data.version : 0),
    message,
    created: entry.updated,
    data,
  };
  const versions = [version, ...(before?.versions ?? [])].slice(0, 20);
  const written: Entry = { ...entry, slug: slugOf(entry.title), data, versions };
  org.entries.set(entry.id, written);
  store.writes += 1;
  return written;
}

export function findByUid(org: Org, uid: string): Entry | undefined {
  return [...org.entries.values()].find((entry) => entry.uid === uid);
}

/** Grafana keeps dashboards as Go maps, so their keys come back in order. */
export function sortKeys(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortDeep(item)]),
  );
}

function sortDeep(value: JsonObject[string]): JsonObject[string] {
  if (Array.isArray(value)) return value.map(sortDeep);
  return value !== null && typeof value === "object" ? sortKeys(value) : value;
}

/** Go's time format: seconds, no fraction. */
export function nowText(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
