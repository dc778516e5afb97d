import type { Finding } from "@/lib/shared/promql/explain/explanation";
import { type ExpressionNode, metricOfNode } from "@/lib/shared/promql/explain/expression-tree";
import type { NodeCounts } from "./count-nodes";
import { explainScalar } from "./explain-scalar";
import type { Explaining } from "./explaining";
import { clauseBefore, findMatching, matchFix } from "./find-matching";
import { findMisnamedLabel } from "./find-misnamed-label";
import { findMisuse } from "./find-misuse";
import { metricTypeOf } from "./metric-type-of";

const comparisons = new Set([">", "<", ">=", "<=", "==", "!="]);

/** Both sides have series, the whole has none: they do not match, or a comparison drops them all. */
export async function explainBinary(
  node: ExpressionNode,
  counts: NodeCounts,
  question: Explaining,
): Promise<Finding> {
  const [left, right] = node.children;
  if (!left || !right) throw new Error("a binary expression has two sides");
  if (node.word === "unless") {
    const message = `\`unless\` takes away every series of \`${shorten(left.text)}\`: each has its like on the right side.`;
    return { reason: "set_operator", message };
  }
  const vectors = [left, right].filter(({ gives }) => gives === "vector");
  const compares = comparisons.has(node.word);
  if (vectors.length === 2) {
    const matches = compares && (await hasMatches(left, right, node.modifier, question));
    if (!matches) return explainMatching(node, left, right, counts, question);
  }
  return compares
    ? explainComparison(node, left, right, question)
    : {
        reason: "expression_empties_itself",
        message: `There is data, but \`${shorten(node.text)}\` gives none.`,
      };
}

async function hasMatches(
  left: ExpressionNode,
  right: ExpressionNode,
  modifier: string,
  { source, grid }: Explaining,
): Promise<boolean> {
  return (
    (await source.matrix(`count((${left.text}) * ${clauseBefore("(", modifier)} (${right.text}))`, grid))
      .length > 0
  );
}

async function explainMatching(
  node: ExpressionNode,
  left: ExpressionNode,
  right: ExpressionNode,
  counts: NodeCounts,
  { source }: Explaining,
): Promise<Finding> {
  const timesLeft = counts.get(left.id)?.times ?? [];
  const timesRight = counts.get(right.id)?.times ?? [];
  const atRight = new Set(timesRight);
  const shared = timesLeft.findLast((at) => atRight.has(at));
  const sides = `\`${shorten(left.text)}\` and \`${shorten(right.text)}\``;
  if (shared === undefined) {
    return { reason: "no_match", message: `${sides} have data, but never at the same time.` };
  }
  const [a, b] = await Promise.all([source.vector(left.text, shared), source.vector(right.text, shared)]);
  const compared = compareLabels(
    a.slice(0, 500).map(({ labels }) => labels),
    b.slice(0, 500).map(({ labels }) => labels),
  );
  const misnamed = await findMisnamedLabel(node, shared, source);
  if (misnamed) return { ...misnamed, evidence: compared.sentences };
  const clause = await findMatching(node, compared.agreeing, shared, source);
  if (!clause && node.modifier === "" && compared.isAllAgreeing) {
    const message = `Both sides of \`${node.word}\` have data, but no series is on both at the same time.`;
    return { reason: "no_match", message };
  }
  const advice =
    clause || compared.agreeing.length > 0
      ? ` Match with \`${clause ?? `on (${compared.agreeing.join(", ")})`}\`.`
      : " They share no label with a common value; aggregate one side to a single value and use `on ()`.";
  return {
    reason: "no_match",
    message: `Both sides of \`${node.word}\` have data, but no series of one has the labels of one of the other.${advice}`,
    suggestions: clause
      ? [clause]
      : compared.agreeing.length > 0
        ? [`on (${compared.agreeing.join(", ")})`]
        : [],
    evidence: compared.sentences,
    fix: clause ? matchFix(node, clause) : null,
  };
}

type Labels = Record<string, string>;

interface Compared {
  agreeing: string[];
  /** Both sides have these labels and no others. */
  isAllAgreeing: boolean;
  sentences: string[];
}

function compareLabels(left: Labels[], right: Labels[]): Compared {
  const [a, b] = [valuesByLabel(left), valuesByLabel(right)];
  const onlyLeft = [...a.keys()].filter((label) => !b.has(label));
  const onlyRight = [...b.keys()].filter((label) => !a.has(label));
  const both = [...a.keys()].filter((label) => b.has(label));
  const agrees = (label: string) => [...(a.get(label) ?? [])].some((value) => b.get(label)?.has(value));
  const one = (values: Set<string> | undefined) => JSON.stringify([...(values ?? [])][0] ?? "");
  const agreeing = both.filter(agrees);
  return {
    agreeing,
    isAllAgreeing: agreeing.length === a.size && agreeing.length === b.size,
    sentences: [
      ...(onlyLeft.length > 0 ? [`Only the left side has ${onlyLeft.join(", ")}.`] : []),
      ...(onlyRight.length > 0 ? [`Only the right side has ${onlyRight.join(", ")}.`] : []),
      ...both
        .filter((label) => !agrees(label))
        .map(
          (label) => `${label} differs: ${one(a.get(label))} on the left, ${one(b.get(label))} on the right.`,
        ),
    ],
  };
}

function valuesByLabel(series: Labels[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const labels of series) {
    for (const [label, value] of Object.entries(labels)) {
      if (label !== "__name__") found.set(label, (found.get(label) ?? new Set()).add(value));
    }
  }
  return found;
}

async function explainComparison(
  node: ExpressionNode,
  left: ExpressionNode,
  right: ExpressionNode,
  question: Explaining,
): Promise<Finding> {
  const measured = left.gives === "vector" ? left : right;
  const other = measured === left ? right : left;
  const [span, misuse, reset] = await Promise.all([
    spanOf(measured, question),
    findMisuse(measured, question),
    other.kind === "literal" ? explainReset(node, measured, question) : null,
  ]);
  const values =
    span === null ? " It is NaN throughout, and NaN passes no comparison." : ` ${spanSentence(span)}`;
  const message = `No value of \`${shorten(measured.text)}\` passes \`${node.word} ${shorten(other.text)}\`.${values}`;
  const scalars = span === null ? await explainScalar(measured, question) : null;
  if (scalars) return { ...scalars, evidence: [message] };
  if (misuse) return { reason: "function_mismatch", message: misuse, evidence: [message] };
  return reset ? { ...reset, evidence: [message] } : { reason: "comparison_filter", message };
}

async function spanOf(
  { text }: ExpressionNode,
  { source, grid }: Explaining,
): Promise<{ least: number; most: number } | null> {
  const query = `label_replace(min(${text}), "end", "least", "", "") or label_replace(max(${text}), "end", "most", "", "")`;
  const points = (await source.matrix(query, grid)).flatMap((one) => one.points.map(([, value]) => value));
  const finite = points.filter((value) => !Number.isNaN(value));
  if (finite.length === 0) return null;
  return { least: finite.reduce((a, b) => Math.min(a, b)), most: finite.reduce((a, b) => Math.max(a, b)) };
}

/** A raw counter that would have passed, had it not begun again at zero. */
async function explainReset(
  node: ExpressionNode,
  measured: ExpressionNode,
  { source, grid }: Explaining,
): Promise<Finding | null> {
  const metric = metricOfNode(measured);
  const [first, second] = node.children;
  if (measured.kind !== "selector" || metric === null || first !== measured || measured.shift !== "")
    return null;
  if ((await metricTypeOf(metric, source)) !== "counter") return null;
  const window = `${Math.max(86_400, grid.endSeconds - grid.startSeconds)}s`;
  const limit = `${node.word} ${second?.text ?? ""}`;
  const query = `(max_over_time(${measured.text}[${window}]) ${limit}) and resets(${measured.text}[${window}]) > 0`;
  const found = await source.vector(query, grid.endSeconds);
  if (found.length === 0) return null;
  return {
    reason: "counter_reset",
    message: `The counter \`${shorten(measured.text)}\` was reset and began again at zero, so that none passes \`${limit}\`. Use increase() over a window instead of the counter's own value.`,
  };
}

function spanSentence({ least, most }: { least: number; most: number }): string {
  const [from, to] = [number(least), number(most)];
  return from === to ? `It is always ${from}.` : `Its values lie between ${from} and ${to}.`;
}

function number(value: number): string {
  if (!Number.isFinite(value))
    return value > 0 ? "+Inf, as after a division by 0" : "-Inf, as after a division by 0";
  return Number(value.toPrecision(4)).toString();
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
