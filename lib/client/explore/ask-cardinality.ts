import { askPrometheus } from "@/lib/client/prometheus/ask-prometheus";
import type { CardinalityRow, LabelCardinality } from "@/lib/shared/prometheus/cardinality";
import { quote } from "@/lib/shared/promql/quote";
import { askVector, type VectorSource } from "./ask-vector";

export interface Cardinality {
  total: CardinalityRow;
  rows: CardinalityRow[];
  /** More than these exist. */
  cut: boolean;
}

/** Lists are cut to what a person reads; whoever needs more narrows by label. */
export const mostRows = 100;
const mostLabels = 60;
const labelsAtOnce = 15;
const daySeconds = 86_400;
const everything = '{__name__!=""}';

/** Series of the tenant by the values of one label, `__name__` being the metrics; the largest first. */
export async function askCardinality(source: VectorSource, label: string): Promise<Cardinality> {
  const now = Math.floor(Date.now() / 1_000);
  const selector = label === "__name__" ? everything : `{${label}!=""}`;
  const by = `count by (${label}) (${selector})`;
  const [largest, [all], [day], [week], [kinds]] = await Promise.all([
    askVector(source, `topk(${mostRows}, ${by})`, now),
    askVector(source, `count(${selector})`, now),
    askVector(source, `count(${selector})`, now - daySeconds),
    askVector(source, `count(${selector})`, now - 7 * daySeconds),
    askVector(source, `count(${by})`, now),
  ]);
  const names = largest.map(({ labels }) => labels[label] ?? "");
  const [before, longBefore] = await Promise.all(
    [daySeconds, 7 * daySeconds].map((ago) => seriesAt(source, label, names, now - ago)),
  );
  const rows = largest.map(({ labels, value }): CardinalityRow => {
    const name = labels[label] ?? "";
    return { name, series: value, dayAgo: before?.get(name) ?? null, weekAgo: longBefore?.get(name) ?? null };
  });
  return {
    total: { name: "", series: all?.value ?? 0, dayAgo: day?.value ?? null, weekAgo: week?.value ?? null },
    rows: rows.toSorted((a, b) => b.series - a.series || (a.name < b.name ? -1 : 1)),
    cut: (kinds?.value ?? 0) > rows.length,
  };
}

async function seriesAt(
  source: VectorSource,
  label: string,
  names: readonly string[],
  atSeconds: number,
): Promise<ReadonlyMap<string, number>> {
  if (names.length === 0) return new Map();
  const pattern = names.map((name) => name.replace(/[.+*?()|[\]{}^$\\]/g, "\\$&")).join("|");
  const found = await askVector(source, `count by (${label}) ({${label}=~${quote(pattern)}})`, atSeconds);
  return new Map(found.map(({ labels, value }) => [labels[label] ?? "", value]));
}

/** How many values each label has, and on how many series it stands; of one metric, or of all. */
export async function askLabels(source: VectorSource, metric: string | null): Promise<LabelCardinality[]> {
  const own = metric === null ? "" : `__name__=${quote(metric)},`;
  const match = metric === null ? everything : `{__name__=${quote(metric)}}`;
  const data = await askPrometheus({
    ...source,
    path: "labels",
    params: { "match[]": match, limit: String(mostLabels) },
  });
  const labels = (Array.isArray(data) ? data.map(String) : []).filter((label) =>
    /^[a-zA-Z_]\w*$/.test(label),
  );
  const found: LabelCardinality[] = [];
  for (let at = 0; at < labels.length; at += labelsAtOnce) {
    const some = labels.slice(at, at + labelsAtOnce);
    const [values, series] = await Promise.all([
      countEach(source, some, (label) => `count(count by (${label}) ({${own}${label}!=""}))`),
      countEach(source, some, (label) => `count({${own}${label}!=""})`),
    ]);
    found.push(
      ...some.map((label) => ({ label, values: values.get(label) ?? 0, series: series.get(label) ?? 0 })),
    );
  }
  return found.toSorted((a, b) => b.values - a.values || (a.label < b.label ? -1 : 1));
}

/** One query for all of them. */
async function countEach(
  source: VectorSource,
  labels: readonly string[],
  queryOf: (label: string) => string,
): Promise<ReadonlyMap<string, number>> {
  const query = labels
    .map((label) => `label_replace(${queryOf(label)}, "of", "${label}", "", "")`)
    .join(" or ");
  return new Map((await askVector(source, query)).map(({ labels: { of = "" }, value }) => [of, value]));
}
