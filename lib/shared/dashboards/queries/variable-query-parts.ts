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

const calls = /^\s*(label_values|label_names|metrics|query_result)\s*\(([\s\S]*)\)\s*$/;
const kinds = {
  label_values: "labelValues",
  label_names: "labelNames",
  metrics: "metrics",
  query_result: "queryResult",
} as const;

/** The same reading as Grafana's Prometheus datasource: the label stands after the last comma. */
export function variableQueryParts(text: string): VariableQueryParts | null {
  const call = calls.exec(text);
  if (!call)
    return text.trim() === "" ? null : { kind: "series", expr: trimmed(text, 0, text.length), label: null };
  const kind = kinds[call[1] as keyof typeof kinds];
  const inside = call[2] ?? "";
  const from = text.indexOf("(") + 1;
  const to = from + inside.length;
  if (kind === "metrics") return { kind, expr: null, label: null };
  if (kind !== "labelValues") return { kind, expr: trimmed(text, from, to), label: null };
  const match = /^([\s\S]*?)(,?)(\s*)([a-zA-Z_][a-zA-Z0-9_]*)\s*$/.exec(inside);
  const label = match?.[4];
  if (!match || !label) return null;
  const selectorEnd = from + (match[1] ?? "").length;
  const labelFrom = selectorEnd + (match[2] ?? "").length + (match[3] ?? "").length;
  if (match[2] === "" && (match[1] ?? "").trim() !== "") return null;
  return {
    kind,
    expr: trimmed(text, from, selectorEnd),
    label: { from: labelFrom, to: labelFrom + label.length },
  };
}

function trimmed(text: string, from: number, to: number): Part | null {
  const part = text.slice(from, to);
  if (part.trim() === "") return null;
  const start = from + part.length - part.trimStart().length;
  return { from: start, to: start + part.trim().length };
}
