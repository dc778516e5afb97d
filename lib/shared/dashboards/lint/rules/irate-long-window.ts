import { argumentsOf, bareNode, functionOf, nodesOf, rangeOf, textOf } from "@/lib/shared/promql/nodes";
import { parseDurationMs } from "@/lib/shared/time/duration";
import { excerpt } from "../excerpt";
import { queryPlace } from "../lint-places";
import { editExpr } from "../lint-queries";
import type { LintRule } from "../lint-rule";

const longestMs = 300_000;

export const irateLongWindow: LintRule = {
  id: "irate-long-window",
  title: "irate looks back a few minutes at most",
  severity: "warning",
  why: "irate() uses the last two samples of its window: a long window promises a smoothness that it does not have.",
  check: ({ queries }) =>
    queries.flatMap((query) => {
      const { expr, tree } = query;
      if (!tree) return [];
      const calls = nodesOf(tree, "FunctionCall").filter((call) => {
        const [argument] = argumentsOf(call);
        const range = argument && rangeOf(bareNode(argument));
        const ms = range ? parseDurationMs(textOf(expr, range)) : null;
        return functionOf(expr, call) === "irate" && ms !== null && ms > longestMs;
      });
      if (calls.length === 0) return [];
      const changes = calls.map(({ from }) => ({ from, to: from + "irate".length, text: "rate" }));
      return [
        {
          message: `${excerpt(expr, calls[0])} shows its last two samples only.`,
          place: queryPlace(query),
          fix: { label: "Use rate", edits: [editExpr(query, changes)] },
        },
      ];
    }),
};
