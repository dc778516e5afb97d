import { alertSeries } from "@/lib/shared/promql/alert-series";
import type { Finding } from "@/lib/shared/promql/explain/explanation";
import { type Matcher, printMatcher } from "@/lib/shared/promql/matcher";
import { nearestNames } from "@/lib/shared/promql/nearest-names";
import { isSameNumber, nearestValues } from "@/lib/shared/promql/nearest-values";
import { quote } from "@/lib/shared/promql/quote";
import type { ExplainSource } from "./explain-source";
import type { Explaining } from "./explaining";
import { listOf, meant } from "./finding-words";
import { selectorText } from "./matching-series";
import { mendPattern } from "./mend-pattern";

interface Unfitting {
  matcher: Matcher;
  metric: string | null;
  named: Matcher;
}

const mostValues = 2_000;

/** Why no series of the metric fits one of the selector's matchers. */
export async function explainMatcher(unfitting: Unfitting, question: Explaining): Promise<Finding> {
  const { matcher, metric, named } = unfitting;
  const { source, variables } = question;
  const { label, value } = matcher;
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
  const values = await source.names({ label }, selectorText([named]), mostValues);
  if (values.length === 0) return unknownLabel(label, whose, named, source);
  if (metric !== null && alertSeries.has(metric)) return noSuchAlert(matcher, values);
  return unknownValue({ ...unfitting, whose, values, variable: variable?.name ?? null }, question);
}

interface UnknownValue extends Unfitting {
  whose: string;
  values: string[];
  /** Whose value it is. */
  variable: string | null;
}

async function unknownValue(
  { matcher, named, whose, values, variable }: UnknownValue,
  { source }: Explaining,
): Promise<Finding> {
  const { label, operator, value } = matcher;
  const written = printMatcher(matcher);
  const reason = "value_unknown";
  if (value === "" && (operator === "=" || operator === "=~")) {
    const message = `${written} asks for series without the label ${label}, and all have one. ${listOf(label, values)}.`;
    return { reason, message, suggestions: values.slice(0, 3) };
  }
  if (operator === "!=" || operator === "!~") {
    const message = `${whose} is left by ${written}: ${listOf(label, values)}.`;
    return { reason, message, suggestions: values.slice(0, 3) };
  }
  const mended = variable ? null : await mendPattern(matcher, named, source);
  if (mended) {
    const to = printMatcher(mended.matcher);
    const message = `${whose} has ${written}: ${mended.why} Did you mean ${to}?`;
    return { reason, message, suggestions: [to], fix: { kind: "replace", from: written, to } };
  }
  const near = nearestValues(label, value, values);
  const [best] = near;
  const otherwise =
    best !== undefined && isSameNumber(best, value) ? ` It is written ${quote(best)} there.` : "";
  const from = variable ? ` It is the value of the variable $${variable}.` : "";
  const ordered = [...near, ...values.filter((one) => !near.includes(one))];
  return {
    reason,
    message: `${whose} has ${written}.${otherwise}${from} ${listOf(label, ordered)}.`,
    suggestions: near.length > 0 ? near : values.slice(0, 3),
    fix:
      best && operator === "=" && !variable ? { kind: "replace", from: quote(value), to: quote(best) } : null,
  };
}

function noSuchAlert(matcher: Matcher, values: string[]): Finding {
  const message = `No alert with ${printMatcher(matcher)}: such series are there only while one is pending or firing. ${listOf(matcher.label, values)}.`;
  return { reason: "value_unknown", message, suggestions: values.slice(0, 3) };
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
