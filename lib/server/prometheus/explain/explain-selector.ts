import { alertSeries } from "@/lib/shared/promql/alert-series";
import type { Finding } from "@/lib/shared/promql/explain/explanation";
import { exporterOf } from "@/lib/shared/promql/explain/exporter-of";
import { type ExpressionNode, metricOfNode } from "@/lib/shared/promql/explain/expression-tree";
import { type Matcher, printMatcher } from "@/lib/shared/promql/matcher";
import { quote } from "@/lib/shared/promql/quote";
import { printSelector } from "@/lib/shared/promql/selector";
import { explainMatcher } from "./explain-matcher";
import { explainSilence } from "./explain-silence";
import type { ExplainSource } from "./explain-source";
import { explainSummary } from "./explain-summary";
import type { Explaining } from "./explaining";
import { listOf, meant } from "./finding-words";
import { exists, selectorText } from "./matching-series";
import { nearestInPieces } from "./nearest-in-pieces";

/** More of them are asked as a whole only. */
const mostMatchers = 12;

/** Why a selector finds nothing in the range: from its name over each matcher to its samples. */
export async function explainSelector(node: ExpressionNode, question: Explaining): Promise<Finding> {
  const { source } = question;
  const selector = node.selector ?? { name: null, quotedNames: [], matchers: [] };
  const metric = metricOfNode(node);
  const named: Matcher = metric === null ? anyName : { label: "__name__", operator: "=", value: metric };
  const matchers = selector.matchers
    .filter(({ label, operator }) => label !== "__name__" || operator !== "=")
    .slice(0, mostMatchers);
  const [known, ...fitting] = await Promise.all([
    exists(source, [named]),
    ...matchers.map((matcher) => exists(source, [named, matcher])),
  ]);
  if (!known && metric !== null && alertSeries.has(metric)) return noAlert(metric);
  if (!known && metric === null) return emptyDatasource(source);
  if (!known && metric !== null)
    return (await explainSummary(metric, selector, source)) ?? unknownMetric(metric, question);
  for (const [index, matcher] of matchers.entries()) {
    if (!fitting[index]) return explainMatcher({ matcher, metric, named }, question);
  }
  const text = printSelector(selector);
  const series = await source.series(text);
  if (series.length === 0) return explainCombination(text, named, matchers, source);
  return explainSilence({ text, shift: node.shift, series }, question);
}

async function emptyDatasource({ limitedTo }: ExplainSource): Promise<Finding> {
  return limitedTo === ""
    ? {
        reason: "metric_unknown",
        message: "This datasource has no series at all. Check that it scrapes anything.",
      }
    : {
        reason: "tenant_matcher",
        message: `No series carries ${limitedTo}, which the datasource is limited to. An administrator can check its matchers.`,
      };
}

function noAlert(metric: string): Finding {
  return {
    reason: "no_samples_in_range",
    message: `No alert is pending or firing. Prometheus writes \`${metric}\` only while one is.`,
  };
}

async function unknownMetric(metric: string, { expr, source, others }: Explaining): Promise<Finding> {
  const names = await source.names({ label: "__name__" }, '{__name__!=""}');
  if (names.length === 0) return emptyDatasource(source);
  const minus = takenForMinus(metric, expr, names);
  if (minus) return minus;
  const suggestions = await nearestInPieces(metric, names);
  const where = source.limitedTo === "" ? "in this datasource" : `among the series with ${source.limitedTo}`;
  const elsewhere = await findElsewhere(metric, others);
  const exporter = exporterOf(metric, names);
  const next = elsewhere
    ? ` The datasource "${elsewhere}" has it.`
    : exporter
      ? ` Such names come from ${exporter}, and nothing of it is scraped here.`
      : meant(suggestions);
  const nearest = exporter ? undefined : suggestions[0];
  return {
    reason: "metric_unknown",
    message: `No series named \`${metric}\` ${where}.${next}`,
    suggestions: exporter ? [] : suggestions,
    evidence: [`Looked through ${names.length.toLocaleString("en")} metric names.`],
    fix: nearest && !elsewhere ? { kind: "replace", from: metric, to: nearest } : null,
  };
}

const hyphened = /[a-zA-Z_:][\w:]*(?:-[a-zA-Z_:][\w:]*)+/g;

/** A name written with hyphens reads as a difference of names. */
function takenForMinus(metric: string, expr: string, names: readonly string[]): Finding | null {
  for (const [from] of expr.matchAll(hyphened)) {
    const to = from.replaceAll("-", "_");
    if (!from.split("-").includes(metric) || !names.includes(to)) continue;
    return {
      reason: "metric_unknown",
      message: `\`${from}\` is read as a difference, since names have no hyphens. Did you mean \`${to}\`?`,
      suggestions: [to],
      fix: { kind: "replace", from, to },
    };
  }
  return null;
}

async function findElsewhere(metric: string, others: Explaining["others"]): Promise<string | null> {
  const named: Matcher = { label: "__name__", operator: "=", value: metric };
  const found = await Promise.all(others.map(({ source }) => exists(source, [named]).catch(() => false)));
  return others.find((_, index) => found[index])?.name ?? null;
}

async function explainCombination(
  text: string,
  named: Matcher,
  matchers: Matcher[],
  source: ExplainSource,
): Promise<Finding> {
  const positive = matchers.filter(({ label }) => label !== "__name__");
  const without = await Promise.all(
    positive.map(async (matcher) => {
      const rest = [named, ...matchers.filter((one) => one !== matcher)];
      const values = await source.names({ label: matcher.label }, selectorText(rest), 50);
      return { matcher, values };
    }),
  );
  const ways = without.filter(({ values }) => values.length > 0);
  const base = `Each label of ${text} exists, but no series has them all at once.`;
  const [first] = ways;
  if (!first) return { reason: "no_such_combination", message: base };
  const [label, some] = [first.matcher.label, first.values.slice(0, 3)];
  return {
    reason: "no_such_combination",
    message: `${base} With the others, ${label} is ${some.map(quote).join(" or ")}.`,
    suggestions: some,
    evidence: ways.map(
      ({ matcher, values }) =>
        `Without ${printMatcher(matcher)} there are series: ${listOf(matcher.label, values)}.`,
    ),
  };
}

const anyName: Matcher = { label: "__name__", operator: "!=", value: "" };
