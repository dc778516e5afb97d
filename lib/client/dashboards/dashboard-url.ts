export type VariableValue = string | string[];

/** What the address of a dashboard page says; null where it is silent and the dashboard's own setting holds. */
export interface DashboardUrl {
  from: string | null;
  to: string | null;
  timeZone: string | null;
  refresh: string | null;
  variables: Record<string, VariableValue>;
  viewPanel: string | null;
  inspect: string | null;
  kiosk: boolean;
  /** Names of annotations that are switched otherwise than stored. */
  annotations: readonly string[];
  /** Keys of panels whose table twin is shown. */
  tables: readonly string[];
}

export type DashboardUrlChange = Partial<DashboardUrl>;

const prefix = "var-";

export function readDashboardUrl(search: URLSearchParams): DashboardUrl {
  return {
    from: search.get("from"),
    to: search.get("to"),
    timeZone: search.get("tz") ?? search.get("timezone"),
    refresh: search.get("refresh"),
    variables: readVariables(search),
    viewPanel: search.get("viewPanel")?.replace(/^panel-/, "") || null,
    inspect: search.get("inspect")?.replace(/^panel-/, "") || null,
    kiosk: search.has("kiosk"),
    annotations: search.getAll("annotation"),
    tables: search.getAll("table"),
  };
}

function readVariables(search: URLSearchParams): Record<string, VariableValue> {
  const variables: Record<string, VariableValue> = {};
  for (const key of new Set(search.keys())) {
    if (!key.startsWith(prefix)) continue;
    const values = search.getAll(key);
    variables[key.slice(prefix.length)] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return variables;
}

/** The search text after the change; null takes a setting out, variables are changed one by one. */
export function changeDashboardUrl(search: URLSearchParams, change: DashboardUrlChange): string {
  const next = new URLSearchParams(search);
  setOrDelete(next, "from", change.from);
  setOrDelete(next, "to", change.to);
  setOrDelete(next, "refresh", change.refresh);
  setOrDelete(next, "viewPanel", change.viewPanel);
  setOrDelete(next, "inspect", change.inspect);
  if (change.timeZone !== undefined) next.delete("timezone");
  setOrDelete(next, "tz", change.timeZone);
  if (change.kiosk !== undefined) setOrDelete(next, "kiosk", change.kiosk ? "1" : null);
  setAll(next, "annotation", change.annotations);
  setAll(next, "table", change.tables);
  for (const [name, value] of Object.entries(change.variables ?? {})) {
    next.delete(prefix + name);
    for (const one of typeof value === "string" ? [value] : value) next.append(prefix + name, one);
    if (typeof value !== "string" && value.length === 0) next.set(prefix + name, "");
  }
  const text = next.toString().replaceAll("%24__", "$__").replaceAll("%3A", ":");
  return text === "" ? "" : `?${text}`;
}

function setOrDelete(search: URLSearchParams, key: string, value: string | null | undefined): void {
  if (value === undefined) return;
  if (value === null) search.delete(key);
  else search.set(key, value);
}

function setAll(search: URLSearchParams, key: string, values: readonly string[] | undefined): void {
  if (!values) return;
  search.delete(key);
  for (const value of values) search.append(key, value);
}
