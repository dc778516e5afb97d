import type { Finding } from "@/lib/shared/promql/explain/explanation";
import { type ExpressionNode, nodesOf } from "@/lib/shared/promql/explain/expression-tree";
import { nearestNames } from "@/lib/shared/promql/nearest-names";
import type { ExplainSource } from "./explain-source";
import { meant } from "./finding-words";

const labelList = /\b(by|on)\s*\(([^()]*)\)/i;
const mostAsked = 3;
const mostSeries = 500;
/** What makes labels that no stored series has. */
const makesLabels = new Set(["label_replace", "label_join", "count_values", "info"]);

/** A label that `on` or `by` names and that nothing there has; null when all are known. */
export async function findMisnamedLabel(
  node: ExpressionNode,
  atSeconds: number,
  source: ExplainSource,
): Promise<Finding | null> {
  return (await findMisnamedMatch(node, atSeconds, source)) ?? findMisnamedGrouping(node, source);
}

/** A label that an operator matches on and that neither of its sides has. */
export async function findMisnamedMatch(
  { word, modifier, children }: ExpressionNode,
  atSeconds: number,
  source: ExplainSource,
): Promise<Finding | null> {
  const named = namesIn(modifier, "on");
  if (named.length === 0) return null;
  const sides = await Promise.all(
    children.map(({ text }) => source.vector(`topk(${mostSeries}, ${text})`, atSeconds)),
  );
  const present = [...new Set(sides.flat().flatMap(({ labels }) => Object.keys(labels)))];
  const unknown = named.find((label) => !present.includes(label));
  if (unknown === undefined || present.length === 0) return null;
  return misnamed(
    `\`${word}\` matches on the label \`${unknown}\`, which neither side has.`,
    unknown,
    present,
  );
}

/** The first aggregation whose `by` names a label that no series there has. */
export async function findMisnamedGrouping(
  root: ExpressionNode,
  source: ExplainSource,
): Promise<Finding | null> {
  const groupings = nodesOf(root).filter(
    (node) => node.kind === "aggregate" && namesIn(node.modifier, "by").length > 0,
  );
  for (const node of groupings.slice(0, mostAsked)) {
    const parts = nodesOf(node);
    if (parts.some(({ word, modifier }) => makesLabels.has(word) || /group_/i.test(modifier))) continue;
    const leaves = parts.filter(({ kind }) => kind === "selector").slice(0, mostAsked);
    const found = await Promise.all(
      leaves.map(({ text, shift }) =>
        source.names("labels", text.slice(0, text.length - shift.length).trim(), 500),
      ),
    );
    const present = [...new Set(found.flat())];
    const unknown = namesIn(node.modifier, "by").find((label) => !present.includes(label));
    if (unknown === undefined || present.length === 0) continue;
    const why = `\`${node.word} ${node.modifier}\` groups by the label \`${unknown}\`, which no series there has.`;
    return misnamed(why, unknown, present);
  }
  return null;
}

function misnamed(why: string, label: string, present: readonly string[]): Finding {
  const labels = present.filter((name) => name !== "__name__");
  const suggestions = nearestNames(label, labels);
  const [nearest] = suggestions;
  return {
    reason: "label_unknown",
    message: `${why}${meant(suggestions) || ` Labels there: ${labels.slice(0, 8).join(", ")}.`}`,
    suggestions,
    fix: nearest ? { kind: "replace", from: label, to: nearest } : null,
  };
}

function namesIn(modifier: string, word: "by" | "on"): string[] {
  const [, found = "", list = ""] = labelList.exec(modifier) ?? [];
  if (found.toLowerCase() !== word) return [];
  return list
    .split(",")
    .map((label) => label.trim())
    .filter((label) => /^\w+$/.test(label));
}
