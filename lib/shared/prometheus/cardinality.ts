/** One line of a cardinality list: a metric, a label or a value, with its series now and before. */
export interface CardinalityRow {
  name: string;
  series: number;
  /** Null where there was no history yet. */
  dayAgo: number | null;
  weekAgo: number | null;
}

export interface LabelCardinality {
  label: string;
  values: number;
  series: number;
}

/** From here on a metric or label costs memory and time that people feel. */
export const manySeries = 10_000;
export const manyValues = 1_000;
const largeShare = 0.3;
const worthwhile = 1_000;
const growth = 1.5;

/** Why a metric is dangerous, in a few words; null when it is not. */
export function metricDanger(row: CardinalityRow, total: number): string | null {
  if (row.series >= manySeries) return `more than ${manySeries.toLocaleString("en")} series`;
  if (row.series < worthwhile) return null;
  if (total > 0 && row.series / total >= largeShare)
    return `${Math.round((row.series / total) * 100)} % of all series`;
  const grown = row.dayAgo !== null && row.dayAgo > 0 && row.series / row.dayAgo >= growth;
  return grown ? "grew by half within a day" : null;
}

export function labelDanger(
  { label, values }: LabelCardinality,
  sample: readonly string[] = [],
): string | null {
  if (label === "__name__") return null;
  if (values >= manyValues) return `more than ${manyValues.toLocaleString("en")} values`;
  const ids = sample.filter(looksLikeId).length;
  return sample.length >= 5 && ids / sample.length > 0.8 ? "its values look like ids" : null;
}

/** UUIDs, long hexadecimal or decimal numbers, mail addresses: one a request, user or session. */
function looksLikeId(value: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-|^[0-9a-f]{16,}$|^\d{7,}$|^[^@\s]+@[^@\s]+\.\w+$/i.test(value);
}

/** Change since before as a share, 0.1 being ten percent more; null without history. */
export function growthSince(series: number, before: number | null): number | null {
  return before === null || before === 0 ? null : series / before - 1;
}
