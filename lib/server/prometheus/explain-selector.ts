import { isJsonObject } from "@/lib/shared/json";
import type { AskedSelector, EmptyExplanation, EmptyReason } from "@/lib/shared/promql/explain";
import { nearestNames } from "@/lib/shared/promql/nearest-names";
import { type Matcher, printMatcher } from "@/lib/shared/promql/selector";
import { quote } from "@/lib/shared/promql/string-literal";
import { formatDuration } from "@/lib/shared/time/duration";

/** Asks the tenant's own part of the datasource; enforcing happens behind it. */
export interface ExplainSource {
  query(expr: string, timeSeconds: number): Promise<unknown>;
  names(path: "labels" | { label: string }, selector: string): Promise<string[]>;
  series(selector: string): Promise<Record<string, string>[]>;
  /** The tenant's matchers in words, empty when there are none. */
  limitedTo: string;
}

const lookBackMs = 7 * 86_400_000;

/** Why one selector finds nothing in the range; null when it does find something. */
export async function explainSelector(
  { selector, metric, text }: AskedSelector,
  range: { fromMs: number; toMs: number },
  source: ExplainSource,
): Promise<EmptyExplanation | null> {
  const width = formatDuration(Math.max(60_000, range.toMs - range.fromMs));
  if (!isEmpty(await source.query(`count(present_over_time(${text}[${width}]))`, range.toMs / 1_000)))
    return null;
  if (metric !== null) {
    const known = await source.names({ label: "__name__" }, `{__name__=${quote(metric)}}`);
    if (known.length === 0) return unknownMetric(metric, source);
  }
  for (const matcher of selector.matchers.filter(({ label }) => label !== "__name__")) {
    const problem = await explainMatcher(matcher, metric, source);
    if (problem) return problem;
  }
  const series = await source.series(text);
  const first = series[0];
  if (!first)
    return answer("no_such_combination", `Each label of ${text} exists, but no series has them all at once.`);
  return explainSilence(text, first, range, source);
}

async function unknownMetric(metric: string, source: ExplainSource): Promise<EmptyExplanation> {
  const suggestions = nearestNames(metric, await source.names({ label: "__name__" }, '{__name__!=""}'));
  const where = source.limitedTo === "" ? "in this datasource" : `among the series with ${source.limitedTo}`;
  return answer("metric_unknown", `No series named ${metric} ${where}.${meant(suggestions)}`, suggestions);
}

async function explainMatcher(
  matcher: Matcher,
  metric: string | null,
  source: ExplainSource,
): Promise<EmptyExplanation | null> {
  const { label, operator, value } = matcher;
  if (operator === "!=" || operator === "!~") return null;
  const named: Matcher = metric === null ? anyName : { label: "__name__", operator: "=", value: metric };
  // Asked of Prometheus, whose regular expressions cannot be made slow.
  const fitting = await source.names({ label: "__name__" }, selectorText([named, matcher]));
  if (fitting.length > 0) return null;
  const who = metric ?? "No series here";
  const values = await source.names({ label }, selectorText([named]));
  if (values.length === 0) {
    const suggestions = nearestNames(label, await source.names("labels", selectorText([named])));
    return answer("label_unknown", `${who} has no label "${label}".${meant(suggestions)}`, suggestions);
  }
  const near = operator === "=" ? nearestNames(value, values) : [];
  const some = near.length > 0 ? near : values.slice(0, 3);
  const list = `${some.map(quote).join(", ")}${values.length > some.length ? ", ..." : ""}`;
  return answer(
    "value_unknown",
    `${who} has no series with ${printMatcher(matcher)}. Values of ${label}: ${list}.`,
    some,
  );
}

async function explainSilence(
  text: string,
  series: Record<string, string>,
  range: { fromMs: number; toMs: number },
  source: ExplainSource,
): Promise<EmptyExplanation> {
  const target = ["job", "instance"].flatMap((label) =>
    series[label] ? [`${label}=${quote(series[label])}`] : [],
  );
  if (target.length > 0 && !isEmpty(await source.query(`up{${target.join(",")}} == 0`, range.toMs / 1_000))) {
    return answer(
      "target_down",
      `The target ${target.join(", ")} is down: Prometheus cannot scrape it. Start it, or check its address.`,
    );
  }
  const last = sampleValue(
    await source.query(
      `max(max_over_time(timestamp(${text})[${formatDuration(lookBackMs)}:5m]))`,
      Date.now() / 1_000,
    ),
  );
  const when =
    last === null
      ? ""
      : ` The last one came at ${new Date(last * 1_000).toISOString().replace("T", " ").slice(0, 19)} UTC.`;
  return answer("no_samples_in_range", `${text} has no samples in this time range.${when}`);
}

const anyName: Matcher = { label: "__name__", operator: "!=", value: "" };

function selectorText(matchers: Matcher[]): string {
  return `{${matchers.map(printMatcher).join(",")}}`;
}

function isEmpty(data: unknown): boolean {
  return !isJsonObject(data) || !Array.isArray(data.result) || data.result.length === 0;
}

function sampleValue(data: unknown): number | null {
  const first = isJsonObject(data) && Array.isArray(data.result) ? data.result[0] : null;
  const value = isJsonObject(first) && Array.isArray(first.value) ? Number(first.value[1]) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

function meant(suggestions: string[]): string {
  return suggestions[0] === undefined ? "" : ` Did you mean ${suggestions[0]}?`;
}

function answer(reason: EmptyReason, message: string, suggestions: string[] = []): EmptyExplanation {
  return { reason, message, suggestions };
}
