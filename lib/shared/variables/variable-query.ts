/** What the query text of a variable asks for, in the words of Grafana's Prometheus datasource. */
export type VariableQuery =
  | { kind: "labelValues"; label: string; selector: string | null }
  | { kind: "labelNames"; selector: string | null }
  | { kind: "metrics"; pattern: string }
  | { kind: "queryResult"; expr: string }
  | { kind: "series"; selector: string };

export function parseVariableQuery(text: string): VariableQuery | null {
  const query = text.trim();
  if (query === "") return null;
  const call = /^(label_values|label_names|metrics|query_result)\s*\(([\s\S]*)\)$/.exec(query);
  const inside = (call?.[2] ?? "").trim();
  switch (call?.[1]) {
    case "label_values":
      return labelValues(inside);
    case "label_names":
      return { kind: "labelNames", selector: inside === "" ? null : inside };
    case "metrics":
      return { kind: "metrics", pattern: inside };
    case "query_result":
      return inside === "" ? null : { kind: "queryResult", expr: inside };
    default:
      return { kind: "series", selector: query };
  }
}

/** The label stands after the last comma outside braces and quotes. */
function labelValues(inside: string): VariableQuery | null {
  const match = /^(?:([\s\S]+),)?\s*([a-zA-Z_][a-zA-Z0-9_]*)$/.exec(inside);
  const label = match?.[2];
  if (!label) return null;
  const selector = match?.[1]?.trim() ?? "";
  return { kind: "labelValues", label, selector: selector === "" ? null : selector };
}
