/** Labels in the order of their names. */
export type SortedLabels = [name: string, value: string][];

export function sortedLabels(metric: string): SortedLabels {
  const labels: SortedLabels = Object.entries(JSON.parse(metric));
  return labels.sort(([a], [b]) => compareTexts(a, b));
}

/** The order in which Prometheus lists series: by label names and values, byte by byte; fewer labels first. */
export function compareLabels(left: SortedLabels, right: SortedLabels): number {
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [one, other] = [left[i], right[i]];
    if (!one || !other) break;
    const order = compareTexts(one[0], other[0]) || compareTexts(one[1], other[1]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
