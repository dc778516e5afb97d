import { formatDate } from "./format-date";
import type { ScopeEntry } from "./variable-scope";

type Formatter = (
  values: string[],
  context: { name: string; argument?: string; entry: ScopeEntry },
) => string;

const join = (values: string[], separator: string, each: (value: string) => string = (v) => v) =>
  values.map(each).join(separator);

const formatters: Record<string, Formatter> = {
  raw: (values) => values.join(","),
  csv: (values) => values.join(","),
  pipe: (values) => values.join("|"),
  glob: (values) => (values.length > 1 ? `{${values.join(",")}}` : values.join("")),
  regex: (values) => {
    const escaped = join(values, "|", escapeRegex);
    return values.length > 1 ? `(${escaped})` : escaped;
  },
  json: (values, { entry }) => JSON.stringify(Array.isArray(entry.value) ? values : (values[0] ?? "")),
  text: (values, { entry }) => [entry.text ?? values].flat().join(" + "),
  doublequote: (values) => join(values, ",", (v) => `"${v.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`),
  singlequote: (values) => join(values, ",", (v) => `'${v.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`),
  sqlstring: (values) => join(values, ",", (v) => `'${v.replaceAll("'", "''")}'`),
  html: (values) => join(values, ", ", escapeHtml),
  percentencode: (values) => encode(values.length > 1 ? `{${values.join(",")}}` : values.join("")),
  uriencode: (values) => encodeURI(values.length > 1 ? `{${values.join(",")}}` : values.join("")),
  queryparam: (values, { name }) => join(values, "&", (v) => `var-${encode(name)}=${encode(v)}`),
  customqueryparam: (values, { name, argument }) => {
    const [key = "", prefix = ""] = (argument ?? "").split(":");
    return join(values, "&", (v) => `${encode(key || name)}=${encode(prefix + v)}`);
  },
  distributed: (values, { name }) => values.map((v, index) => (index === 0 ? v : `${name}=${v}`)).join(","),
  lucene: (values) => {
    const quoted = values.map((v) => `"${escapeLucene(v)}"`);
    return values.length > 1 ? `(${quoted.join(" OR ")})` : escapeLucene(values[0] ?? "");
  },
  date: (values, { argument }) => formatDate(Number(values[0]), argument),
  join: (values, { argument }) => values.join(argument),
};

export function isFormat(name: string): boolean {
  return Object.hasOwn(formatters, name);
}

/** As Grafana's `${name:format}`; `format` may carry an argument (`date:iso`). Unknown formats read as `glob`. */
export function formatValue(name: string, entry: ScopeEntry, format: string): string {
  const at = format.indexOf(":");
  const kind = at === -1 ? format : format.slice(0, at);
  const argument = at === -1 ? undefined : format.slice(at + 1);
  const formatter = (isFormat(kind) ? formatters[kind] : undefined) ?? formatters.glob;
  return formatter?.([entry.value].flat(), { name, argument, entry }) ?? "";
}

export function escapeRegex(value: string): string {
  return value.replace(/[\\^$*+?.()|[\]{}]/g, "\\$&");
}

function escapeLucene(value: string): string {
  return value.replace(/[!*+\-=<>\s&|()[\]{}^~?:\\/"]/g, "\\$&");
}

function escapeHtml(value: string): string {
  const named: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return value.replace(/[&<>"']/g, (char) => named[char] ?? char);
}

function encode(value: string): string {
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
