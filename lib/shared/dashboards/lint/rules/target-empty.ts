import { queryPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";
import { drawsData, isLibraryPanel } from "../panel-kinds";

export const targetEmpty: LintRule = {
  id: "target-empty",
  title: "No query is empty",
  severity: "hint",
  why: "It asks nothing and leaves people wondering what it was for.",
  check: ({ queries }) =>
    queries
      .filter(
        ({ kind, expr, panel, target }) =>
          kind === "target" &&
          expr.trim() === "" &&
          panel !== null &&
          drawsData(panel) &&
          !isLibraryPanel(panel) &&
          !target?.expression &&
          !target?.hidden,
      )
      .map((query) => ({ message: "The query is empty.", place: queryPlace(query) })),
};
