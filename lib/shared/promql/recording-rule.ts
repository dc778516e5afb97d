import { type ExpressionNode, expressionTree, metricOfNode, nodesOf } from "./explain/expression-tree";

/** A name as Prometheus' own convention has it, level:metric:operations. Throws INVALID_INPUT for what is not PromQL. */
export function recordingRuleName(expr: string): string {
  const root = expressionTree(expr);
  const operations = operationsOf(root).filter((one, _, all) => one !== "sum" || all.length === 1);
  const parts = [levelOf(root), metricNameOf(root), operations.join("_") || "value"];
  return parts.map((part) => part.replace(/[^a-zA-Z0-9_]+/g, "_").replace(/^_+|_+$/g, "") || "all").join(":");
}

/** The labels that are left: those of the outermost aggregation, else a raw series' own, the instance's. */
function levelOf(root: ExpressionNode): string {
  const aggregate = nodesOf(root).find(({ kind }) => kind === "aggregate");
  if (!aggregate) return "instance";
  const labels = /\(([^)]*)\)/
    .exec(aggregate.modifier)?.[1]
    ?.split(/\s*,\s*/)
    .map((label) => label.trim());
  const kept = (labels ?? []).filter((label) => label !== "" && label !== "le");
  if (/^without/i.test(aggregate.modifier)) return kept.length > 0 ? `without_${kept.join("_")}` : "instance";
  return keepsSeries.has(aggregate.word) && kept.length === 0 ? "instance" : kept.join("_") || "all";
}

const keepsSeries = new Set(["topk", "bottomk", "limitk", "limit_ratio"]);

function metricNameOf(root: ExpressionNode): string {
  if (isRatio(root)) {
    const [left, right] = root.children.map(metricNameOf);
    return left === right ? (left ?? "ratio") : `${left}_per_${right}`;
  }
  const leaf = nodesOf(root).find(({ kind }) => kind === "selector");
  const name = (leaf && metricOfNode(leaf)) ?? "series";
  const counted = nodesOf(root).some(({ word }) => /^(rate|irate|increase)$/.test(word));
  return counted ? name.replace(/_(total|bucket)$/, "") : name.replace(/_bucket$/, "");
}

/** What was done to the metric, the newest first. */
function operationsOf(node: ExpressionNode): string[] {
  const [first] = node.children;
  if (isRatio(node)) return ["ratio", ...(first ? operationsOf(first) : [])];
  const inner = node.children.filter(({ gives }) => gives === "vector" || gives === "range").slice(0, 1);
  const below = inner.flatMap(operationsOf);
  if (node.kind === "aggregate") return [node.word, ...below];
  if (node.kind !== "function") return below;
  if (node.word === "histogram_quantile") return [`p${percentOf(first?.text ?? "")}`, ...below];
  const window = node.children.find(({ gives }) => gives === "range")?.window ?? "";
  return [`${node.word.replace(/_over_time$/, "")}${window.replace(/\$\w+/, "")}`, ...below];
}

function isRatio(node: ExpressionNode): boolean {
  return (
    node.kind === "binary" && node.word === "/" && node.children.every(({ gives }) => gives === "vector")
  );
}

function percentOf(text: string): string {
  const share = Number(text);
  return Number.isFinite(share) ? String(Number((share * 100).toPrecision(6))).replace(".", "_") : "";
}
