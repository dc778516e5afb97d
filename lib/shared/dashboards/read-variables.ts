import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { readDatasource } from "./read-datasource";
import { readArray, readNumber, readObject, readObjects, readString } from "./read-json";
import type { AdhocFilter, ReadDashboard, ReadVariable } from "./reading-model";

const types = new Set<string>([
  "query",
  "custom",
  "datasource",
  "interval",
  "constant",
  "textbox",
  "adhoc",
  "switch",
]);

/** The variables of a dashboard; nameless ones are left out, of equal names the first counts. */
export function readVariables(document: JsonObject, findings: ReadDashboard["findings"]): ReadVariable[] {
  const variables = new Map<string, ReadVariable>();
  readArray(readObject(document.templating).list).forEach((raw, i) => {
    if (!isJsonObject(raw)) return;
    const path = ["templating", "list", i];
    const variable = readVariable(raw, path);
    if (!variable.name) {
      findings.push({
        rule: "variable-without-name",
        message: "A variable has no name and is left out.",
        path,
      });
    } else if (variables.has(variable.name)) {
      const message = `Two variables are called "${variable.name}"; the first one counts.`;
      findings.push({ rule: "variable-name-repeated", message, path });
    } else variables.set(variable.name, variable);
  });
  return [...variables.values()];
}

function readVariable(raw: JsonObject, path: (string | number)[]): ReadVariable {
  const type = readString(raw.type);
  return {
    name: readString(raw.name),
    label: readString(raw.label),
    type: types.has(type) ? (type as ReadVariable["type"]) : "unknown",
    query: readQuery(raw),
    datasource: readDatasource(raw.datasource),
    regex: readString(raw.regex),
    multi: raw.multi === true,
    includeAll: raw.includeAll === true,
    allValue: readString(raw.allValue) || null,
    refresh: readChoice(raw.refresh),
    hide: readChoice(raw.hide),
    sort: readNumber(raw.sort) ?? 0,
    current: readCurrentValue(raw.current),
    options: readObjects(raw.options).map((option) => {
      const value = firstText(option.value);
      return { text: firstText(option.text) || value, value };
    }),
    auto: raw.auto === true,
    autoCount: readNumber(raw.auto_count) ?? 30,
    autoMin: readString(raw.auto_min, "10s"),
    ...(readString(raw.description) ? { description: readString(raw.description) } : {}),
    ...(type === "adhoc" ? { filters: readFilters(raw) } : {}),
    path,
  };
}

/** Newer dashboards keep conditions that always hold beside those that a person may change. */
function readFilters(raw: JsonObject): AdhocFilter[] {
  return [...readObjects(raw.baseFilters), ...readObjects(raw.filters)].map((filter) => ({
    key: readString(filter.key),
    operator: readString(filter.operator, "="),
    value: readString(filter.value),
  }));
}

/** Newer dashboards store an object; its text, or the parts of the query builder. */
function readQuery(raw: JsonObject): string {
  if (!isJsonObject(raw.query)) return readString(raw.query) || readString(raw.definition);
  const { query, label, metric } = raw.query;
  if (readString(query)) return readString(query);
  if (readString(label))
    return readString(metric) ? `label_values(${metric}, ${label})` : `label_values(${label})`;
  return readString(raw.definition);
}

function readChoice(value: unknown): 0 | 1 | 2 {
  if (value === true) return 1;
  const number = readNumber(value);
  return number === 1 || number === 2 ? number : 0;
}

function readCurrentValue(json: unknown): string | string[] | null {
  const current = readObject(json);
  const value = current.value ?? current.text;
  if (Array.isArray(value)) return value.map((one) => readString(one)).filter((one) => one !== "");
  if (typeof value === "boolean") return String(value);
  return value === undefined || value === null || isJsonObject(value) ? null : readString(value);
}

function firstText(value: unknown): string {
  return readString(Array.isArray(value) ? value[0] : value);
}
