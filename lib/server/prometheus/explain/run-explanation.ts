import { ownTurn } from "@/lib/server/own-turn";
import type { PrometheusDatasource } from "@/lib/server/prometheus/datasource";
import { limitsOf } from "@/lib/server/prometheus/limits/query-limits";
import type { TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import type { RangeGrid } from "@/lib/shared/prometheus/to-frame";
import { enforceMatchers } from "@/lib/shared/promql/enforce";
import {
  type EmptyExplanation,
  type ExplainedNode,
  type Finding,
  toExplanation,
} from "@/lib/shared/promql/explain/explanation";
import { type ExpressionNode, expressionTree, nodesOf } from "@/lib/shared/promql/explain/expression-tree";
import { findCulprit } from "@/lib/shared/promql/explain/find-culprit";
import { assertRuns } from "./assert-runs";
import { countNodes, type NodeCounts } from "./count-nodes";
import { explainError } from "./explain-error";
import { explainNode } from "./explain-node";
import { explainResult } from "./explain-result";
import { explainSource } from "./explain-source";
import type { Explaining } from "./explaining";
import { findMisnamedGrouping } from "./find-misnamed-label";
import { findMisuse } from "./find-misuse";
import { findUnsetVariable } from "./find-unset-variable";
import { orZero } from "./or-zero";

export interface ExplainTarget {
  ctx: TenantContext;
  expr: string;
  grid: RangeGrid;
  datasource: PrometheusDatasource;
  /** All datasources of the tenant. */
  all: readonly PrometheusDatasource[];
  variables: Explaining["variables"];
  signal?: AbortSignal;
}

/** One question to the datasource; the whole explanation asks a handful, most of them side by side. */
const timeoutMs = 1_300;
const mostOthers = 4;

/** Never throws for what it finds, an upstream that is no Prometheus included. */
export async function runExplanation(target: ExplainTarget): Promise<EmptyExplanation> {
  const startedMs = performance.now();
  const tookMs = () => Math.round(performance.now() - startedMs);
  const counted: Counted = { root: null, counts: new Map() };
  try {
    const { finding, culprit, hints } = await explain(target, counted);
    return toExplanation(finding, treeOf(counted, culprit), tookMs(), hints);
  } catch (error) {
    if (!(error instanceof AppError) || target.signal?.aborted) throw error;
    const finding = await explainError(error, target, counted.root);
    return toExplanation(finding, treeOf(counted, null), tookMs());
  }
}

interface Counted {
  root: ExpressionNode | null;
  counts: NodeCounts;
}

async function explain(
  target: ExplainTarget,
  counted: Counted,
): Promise<{ finding: Finding; culprit: ExpressionNode | null; hints: string[] }> {
  const question = questionOf(target);
  const { source } = question;
  const unset = findUnsetVariable(question);
  if (unset) return { finding: unset, culprit: null, hints: [] };
  await ownTurn();
  const { conflicts } = enforceMatchers(target.expr, target.datasource.matchers);
  if (conflicts.length > 0) {
    const message = `The query asks for another value of "${conflicts[0]}" than the datasource allows: it is limited to ${source.limitedTo}.`;
    return { finding: { reason: "tenant_matcher", message }, culprit: null, hints: [] };
  }
  const [runs, looked] = await Promise.allSettled([assertRuns(question), look(question, counted)]);
  if (runs.status === "rejected") throw runs.reason;
  if (looked.status === "rejected") throw looked.reason;
  const { root, counts, misuse, misnamed } = looked.value;
  const hasSeries = (node: ExpressionNode) => {
    const count = counts.get(node.id);
    return count === undefined ? null : count.series > 0;
  };
  const hints = [misuse, misnamed?.message].filter((hint) => hint != null);
  const tooMany = findTooMany(counts.get(root.id)?.series ?? 0, target.datasource);
  if (tooMany) return { finding: tooMany, culprit: root, hints };
  if (hasSeries(root) !== false) {
    const unseen = await explainResult(root, question);
    const finding = unseen ?? { reason: "not_empty", message: "The query has data in this time range." };
    return { finding, culprit: unseen && root, hints };
  }
  const culprit = findCulprit(root, hasSeries);
  const finding = orZero(await explainNode(culprit, counts, question), root, culprit);
  return { finding, culprit, hints: hints.filter((hint) => hint !== finding.message) };
}

/** Each of these steps reads a long expression anew. */
async function look(question: Explaining, counted: Counted) {
  await ownTurn();
  const root = expressionTree(question.expr);
  counted.root = root;
  await ownTurn();
  const [counts, misuse, misnamed] = await Promise.all([
    countNodes(root, question.grid, question.source),
    findMisuse(root, question),
    findMisnamedGrouping(root, question.source),
  ]);
  counted.counts = counts;
  return { root, counts, misuse, misnamed };
}

function findTooMany(series: number, datasource: PrometheusDatasource): Finding | null {
  const most = limitsOf(datasource).series;
  if (series <= most) return null;
  const message = `The query gives ${series} series; this tenant may have ${most} in one answer. Select fewer, or aggregate them with sum by (...).`;
  return { reason: "limit", message };
}

function questionOf({ expr, grid, datasource, all, variables, signal }: ExplainTarget): Explaining {
  const others = all.filter(({ id }) => id !== datasource.id).slice(0, mostOthers);
  return {
    expr,
    grid,
    variables,
    source: explainSource({ datasource, signal, timeoutMs }),
    others: others.map((one) => ({
      name: one.name,
      source: explainSource({ datasource: one, signal, timeoutMs: 500 }),
    })),
    nowSeconds: Math.floor(Date.now() / 1_000),
  };
}

function treeOf({ root, counts }: Counted, culprit: ExpressionNode | null): ExplainedNode[] {
  if (root === null) return [];
  return nodesOf(root)
    .filter(({ kind }) => kind !== "literal")
    .map(({ id, depth, text, word }) => ({
      id,
      text,
      word,
      depth,
      series: counts.get(id)?.series ?? null,
      culprit: id === culprit?.id,
    }));
}
