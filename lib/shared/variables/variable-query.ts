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
      return { kind: "labelNames", selector: namesSelector(inside) };
    case "metrics":
      return { kind: "metrics", pattern: inside };
    case "query_result":
      return inside === "" ? null : { kind: "queryResult", expr: inside };
    default:
      return { kind: "series", selector: query };
  }
}

/** The label stands after the last comma, bare or quoted: since Prometheus 3 its name may hold other signs too. */
function labelValues(inside: string): VariableQuery | null {
  const match = /^(?:([\s\S]+),)?\s*("?)([^\s,"'`(){}=$]+)\2$/.exec(inside);
  const label = match?.[3];
  if (!label) return null;
  const selector = match?.[1]?.trim() ?? "";
  // An empty selector selects all, and Prometheus refuses one.
  const all = /^(?:\{\s*\})?$/.test(selector);
  return { kind: "labelValues", label, selector: all ? null : selector };
}

/** `label_names(part)` means the labels of all metrics with that in their names. */
function namesSelector(inside: string): string | null {
  if (inside === "") return null;
  return /[{}"]/.test(inside) ? inside : `{__name__=~${JSON.stringify(`.*${inside}.*`)}}`;
}
