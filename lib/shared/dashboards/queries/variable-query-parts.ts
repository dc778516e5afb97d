interface Part {
  from: number;
  to: number;
}

/** Where PromQL and the asked label stand in the query text of a variable; null parts are not there. */
export interface VariableQueryParts {
  kind: "labelValues" | "labelNames" | "queryResult" | "series" | "metrics";
  expr: Part | null;
  label: Part | null;
}

const opening = /^\s*(label_values|label_names|metrics|query_result)\s*\(/;
const kinds = {
  label_values: "labelValues",
  label_names: "labelNames",
  metrics: "metrics",
  query_result: "queryResult",
} as const;

/** The same reading as Grafana's Prometheus datasource: the label stands after the last comma. */
export function variableQueryParts(text: string): VariableQueryParts | null {
  const call = opening.exec(text);
  const end = text.trimEnd().length - 1;
  if (!call || text[end] !== ")") {
    return text.trim() === "" ? null : { kind: "series", expr: trimmed(text, 0, text.length), label: null };
  }
  const kind = kinds[call[1] as keyof typeof kinds];
  const from = call[0].length;
  if (kind === "metrics") return { kind, expr: null, label: null };
  if (kind !== "labelValues") return { kind, expr: trimmed(text, from, end), label: null };
  const label = lastWord(text, from, end);
  if (!label) return null;
  const before = text.slice(from, label.from).trimEnd();
  if (before === "") return { kind, expr: null, label };
  if (!before.endsWith(",")) return null;
  return { kind, expr: trimmed(text, from, from + before.length - 1), label };
}

/** The label name at the end of a part. */
function lastWord(text: string, from: number, end: number): Part | null {
  const to = from + text.slice(from, end).trimEnd().length;
  let start = to;
  while (start > from && /\w/.test(text.charAt(start - 1))) start--;
  return start < to && /[a-zA-Z_]/.test(text.charAt(start)) ? { from: start, to } : null;
}

function trimmed(text: string, from: number, to: number): Part | null {
  const part = text.slice(from, to);
  if (part.trim() === "") return null;
  const start = from + part.length - part.trimStart().length;
  return { from: start, to: start + part.trim().length };
}
