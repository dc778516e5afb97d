const queryFunctions = ["metrics(.*)", "label_names()", "query_result()"];

/** The metric that stands in `label_values(metric, …`, when the text has come so far. */
export function metricOfQuery(text: string): string | null {
  return /^\s*label_values\(\s*([^,]+?)\s*,/.exec(text)?.[1] ?? null;
}

/** What a variable's query may go on as: the labels there are, and the other functions before anything is written. */
export function suggestVariableQueries(text: string, labels: readonly string[]): string[] {
  if (text.includes(")")) return [];
  const metric = metricOfQuery(text);
  if (metric !== null) return labels.map((label) => `label_values(${metric}, ${label})`).filter(goesOn(text));
  const all = [...labels.map((label) => `label_values(${label})`), ...queryFunctions];
  return all.filter(goesOn(text));
}

/** White space is nobody's business. */
function goesOn(text: string): (suggestion: string) => boolean {
  const typed = bare(text);
  return (suggestion) => bare(suggestion).includes(typed);
}

function bare(text: string): string {
  return text.replace(/\s+/g, "").toLowerCase();
}
