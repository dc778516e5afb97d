import type { Tree } from "@lezer/common";
import { asksPrometheus } from "@/lib/shared/dashboards/queries/asks-prometheus";
import { listQueryTexts, type QueryText } from "@/lib/shared/dashboards/queries/list-query-texts";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { AppError } from "@/lib/shared/errors";
import { assertWithinLimits } from "@/lib/shared/promql/limits";
import { maskVariables } from "@/lib/shared/promql/mask-variables";
import { parsePromql } from "@/lib/shared/promql/parse";
import { changeText, type TextChange } from "@/lib/shared/promql/text-change";
import type { BulkResult } from "./bulk-result";

interface Renaming {
  /** A quick look: texts without the old name are not parsed. */
  isIn: (text: string) => boolean;
  changesIn: (expr: string, tree: Tree) => TextChange[];
  /** In the text of a query outside its expression. */
  around?: (query: QueryText) => TextChange[];
}

/** Renames in every PromQL text of a document, at the place of the name; what cannot be parsed is noted and left. */
export function renameInQueries(
  document: DashboardDocument,
  { isIn, changesIn, around = () => [] }: Renaming,
): BulkResult {
  const result: BulkResult = { edits: [], notes: [] };
  for (const query of listQueryTexts(document)) {
    if (!asksPrometheus(query.datasourceType) || !isIn(query.text)) continue;
    const expr = query.text.slice(query.from, query.to);
    const tree = isIn(expr) ? parse(expr) : null;
    if (tree instanceof AppError) {
      result.notes.push({
        message: `Left as it is, since it cannot be read: ${tree.message}`,
        path: query.path,
      });
      continue;
    }
    const inside = tree ? changesIn(expr, tree) : [];
    const moved = inside.map(({ from, to, text }) => ({
      from: from + query.from,
      to: to + query.from,
      text,
    }));
    const changes = [...moved, ...around(query)];
    if (changes.length > 0) result.edits.push({ path: query.path, value: changeText(query.text, changes) });
  }
  return result;
}

function parse(expr: string): Tree | AppError {
  try {
    assertWithinLimits(expr);
    return parsePromql(maskVariables(expr));
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
