import type { Finding } from "@/lib/shared/promql/explain/explanation";
import { type ExpressionNode, nodesOf } from "@/lib/shared/promql/explain/expression-tree";
import type { NodeCounts } from "./count-nodes";
import { explainBinary } from "./explain-binary";
import { explainHistogram } from "./explain-histogram";
import { explainSelector } from "./explain-selector";
import { explainSilence } from "./explain-silence";
import { explainWindow } from "./explain-window";
import type { Explaining } from "./explaining";

/** Why the node gives nothing though what it works on has series. */
export async function explainNode(
  node: ExpressionNode,
  counts: NodeCounts,
  question: Explaining,
): Promise<Finding> {
  if (node.kind === "selector") return explainSelector(node, question);
  if (node.kind === "matrix") return explainWindow(node, counts, question);
  if (node.kind === "binary") return explainBinary(node, counts, question);
  if (node.kind === "aggregate") return explainAggregate(node);
  if (node.kind === "subquery") return explainSubquery(node, question);
  return explainFunction(node, counts, question);
}

async function explainFunction(
  node: ExpressionNode,
  counts: NodeCounts,
  question: Explaining,
): Promise<Finding> {
  const short = shorten(node.text);
  if (node.word.startsWith("absent")) {
    const message = `${node.word}() gives a value only while there is no series. There are some, so nothing is missing.`;
    return { reason: "absent", message };
  }
  if (node.word.startsWith("histogram_")) {
    const found = await explainHistogram(node, counts, question);
    if (found) return found;
  }
  if (node.word === "clamp") {
    const message = `${short} gives nothing, because its lower bound lies above its upper one. Put the lower one first.`;
    return { reason: "expression_empties_itself", message };
  }
  const window = node.children.find(({ gives }) => gives === "range");
  const inner = window?.kind === "subquery" ? narrowWindow(window) : null;
  if (inner) return explainWindow(inner.window, counts, question, inner.word);
  if (window?.kind === "matrix" && needsTwo.has(node.word))
    return explainWindow(window, counts, question, node.word);
  if (window && needsTwo.has(node.word)) {
    const message = `${node.word}() needs at least two points, and ${shorten(window.text)} gives fewer. Use a longer window or a smaller step.`;
    return { reason: "rate_window", message };
  }
  return { reason: "expression_empties_itself", message: `There is data, but ${short} gives none.` };
}

const needsTwo = new Set(["rate", "irate", "increase", "delta", "idelta", "deriv", "predict_linear"]);

/** Between the steps of a subquery a window inside it may hold too little, whatever it holds at the steps of the panel. */
function narrowWindow(subquery: ExpressionNode): { window: ExpressionNode; word: string } | null {
  for (const { word, children } of nodesOf(subquery)) {
    const window = children.find(({ kind }) => kind === "matrix");
    if (window && needsTwo.has(word)) return { window, word };
  }
  return null;
}

/** What stands in it has data in the range, but the window lies elsewhere. */
async function explainSubquery(node: ExpressionNode, question: Explaining): Promise<Finding> {
  const [inner] = node.children;
  if (inner?.kind === "selector" && inner.shift === "" && node.shift !== "") {
    const series = await question.source.series(inner.text);
    return explainSilence({ text: inner.text, shift: node.shift, series }, question);
  }
  const where = node.shift === "" ? "" : ` where \`${node.shift}\` looks`;
  const message = `There is data, but ${shorten(node.text)} gives none${where}.`;
  return { reason: "expression_empties_itself", message };
}

function explainAggregate(node: ExpressionNode): Finding {
  const [amount] = node.children;
  const keeps = ["topk", "bottomk", "limitk", "limit_ratio"].includes(node.word);
  return {
    reason: "expression_empties_itself",
    message: keeps
      ? `${node.word}(${amount?.text ?? ""}, ...) keeps no series. Give it a number of at least 1.`
      : `There is data, but ${shorten(node.text)} gives none.`,
  };
}

function shorten(text: string): string {
  return `\`${text.length > 120 ? `${text.slice(0, 117)}...` : text}\``;
}
