const advice: [RegExp, (name: string) => string][] = [
  [
    /invalid expression type "range vector"/,
    () => "Put a function such as rate() or avg_over_time() around the window.",
  ],
  [/invalid expression type "string"/, () => "A text alone is nothing over time: ask for a metric."],
  [
    /expected type range vector in call to function "(\w+)", got instant vector/,
    (name) => `Give it a window: ${name}(...[5m]).`,
  ],
  [
    /expected type instant vector in (?:call to function|aggregation expression).*got range vector/,
    () => "Take the window away, or put a function such as rate() around it.",
  ],
  [/for aggregate expression provided, expected 2, got 1/, () => "A number comes first: topk(5, ...)."],
  [/in offset, expected duration|expected duration/, () => "Write its unit: 5m."],
  [
    /must contain at least one non-empty matcher/,
    () => 'Name a metric, or a label that must have a value: {job=~".+"}.',
  ],
];

/** What to do about a refusal in Prometheus' words; null where those say it all. */
export function errorAdvice(message: string): string | null {
  for (const [pattern, sentence] of advice) {
    const found = pattern.exec(message);
    if (found) return sentence(found[1] ?? "");
  }
  return null;
}
