import { alertSeries } from "@/lib/shared/promql/alert-series";
import type { Finding } from "@/lib/shared/promql/explain/explanation";
import { type ExpressionNode, metricOfNode } from "@/lib/shared/promql/explain/expression-tree";
import { nearestNames } from "@/lib/shared/promql/nearest-names";
import { type Matcher, printMatcher, printSelector } from "@/lib/shared/promql/selector";
import { quote } from "@/lib/shared/promql/string-literal";
import { explainSilence } from "./explain-silence";
import type { ExplainSource } from "./explain-source";
import type { Explaining } from "./explaining";
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
  if (!known) return metric === null ? emptyDatasource(source) : unknownMetric(metric, question);
  for (const [index, matcher] of matchers.entries()) {
    if (!fitting[index]) return explainMatcher(matcher, metric, named, question);
  }
  const text = printSelector(selector);
  const series = await source.series(text);
  if (series.length === 0) return explainCombination(text, named, matchers, source);
  return explainSilence({ text, shift: node.shift, series }, question);
}

/** Asked of Prometheus, whose regular expressions cannot be made slow. */
async function exists(source: ExplainSource, matchers: Matcher[]): Promise<boolean> {
  return (await source.names({ label: "__name__" }, selectorText(matchers), 1)).length > 0;
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

async function unknownMetric(metric: string, { source, others }: Explaining): Promise<Finding> {
  const names = await source.names({ label: "__name__" }, '{__name__!=""}');
  if (names.length === 0) return emptyDatasource(source);
  const suggestions = await nearestInPieces(metric, names);
  const where = source.limitedTo === "" ? "in this datasource" : `among the series with ${source.limitedTo}`;
  const elsewhere = await findElsewhere(metric, others);
  const next = elsewhere ? ` The datasource "${elsewhere}" has it.` : meant(suggestions);
  const [nearest] = suggestions;
  return {
    reason: "metric_unknown",
    message: `No series named \`${metric}\` ${where}.${next}`,
    suggestions,
    evidence: [`Looked through ${names.length.toLocaleString("en")} metric names.`],
    fix: nearest && !elsewhere ? { kind: "replace", from: metric, to: nearest } : null,
  };
}

async function findElsewhere(metric: string, others: Explaining["others"]): Promise<string | null> {
  const named: Matcher = { label: "__name__", operator: "=", value: metric };
  const found = await Promise.all(others.map(({ source }) => exists(source, [named]).catch(() => false)));
  return others.find((_, index) => found[index])?.name ?? null;
}

async function explainMatcher(
  matcher: Matcher,
  metric: string | null,
  named: Matcher,
  { source, variables }: Explaining,
): Promise<Finding> {
  const { label, operator, value } = matcher;
  const written = printMatcher(matcher);
  if (label === "__name__") {
    return { reason: "metric_unknown", message: `No series has a name that fits ${written}.` };
  }
  if (Object.hasOwn(source.matchers, label)) {
    const message = `The query asks for ${written}, but the datasource is limited to ${source.limitedTo}.`;
    return { reason: "tenant_matcher", message };
  }
  const variable = variables.find(
    (one) => [one.value].flat().join("|") === value.replace(/^\((.*)\)$/s, "$1"),
  );
  if (variable && value.replace(/[()]/g, "") === "") {
    const message = `The variable $${variable.name} has no value, so that ${written} finds nothing. Choose a value for it.`;
    return { reason: "variable_unset", message };
  }
  const whose = metric === null ? "No series" : `No series of \`${metric}\``;
  const values = await source.names({ label }, selectorText([named]), 2_000);
  if (values.length === 0) return unknownLabel(label, whose, named, source);
  if (operator === "!=" || operator === "!~") {
    const message = `${whose} is left by ${written}: ${listOf(label, values)}.`;
    return { reason: "value_unknown", message, suggestions: values.slice(0, 3) };
  }
  const near = nearestNames(value, values);
  const from = variable ? ` It is the value of the variable $${variable.name}.` : "";
  const [best] = near;
  return {
    reason: "value_unknown",
    message: `${whose} has ${written}.${from} ${listOf(label, near.length > 0 ? near : values, values.length)}.`,
    suggestions: near.length > 0 ? near : values.slice(0, 3),
    fix:
      best && operator === "=" && !variable ? { kind: "replace", from: quote(value), to: quote(best) } : null,
  };
}

async function unknownLabel(
  label: string,
  whose: string,
  named: Matcher,
  source: ExplainSource,
): Promise<Finding> {
  const labels = (await source.names("labels", selectorText([named]), 500)).filter(
    (name) => name !== "__name__",
  );
  const suggestions = nearestNames(label, labels);
  const [nearest] = suggestions;
  return {
    reason: "label_unknown",
    message: `${whose} has a label \`${label}\`.${meant(suggestions)}`,
    suggestions,
    evidence: [`Labels there: ${labels.slice(0, 20).join(", ")}.`],
    fix: nearest ? { kind: "replace", from: label, to: nearest } : null,
  };
}

function listOf(label: string, values: readonly string[], all = values.length): string {
  const some = values.slice(0, 3);
  return `Values of ${label}: ${some.map(quote).join(", ")}${all > some.length ? ", ..." : ""}`;
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

function selectorText(matchers: Matcher[]): string {
  return `{${matchers.map(printMatcher).join(",")}}`;
}

function meant(suggestions: string[]): string {
  return suggestions[0] === undefined ? "" : ` Did you mean \`${suggestions[0]}\`?`;
}
