import { getAt, type JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import { listPanelPaths } from "@/lib/shared/dashboards/edit/panels";
import { readObject, readObjects } from "@/lib/shared/dashboards/read-json";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { type MetricRename, mentionsMetric, renameMetric } from "@/lib/shared/promql/rename-metric";
import type { BulkNote, BulkResult } from "./bulk-result";
import { renameInQueries } from "./rename-in-queries";

/** Renames a metric in all expressions of a document: panels, variables, annotations. */
export function renameMetricIn(document: DashboardDocument, rename: MetricRename): BulkResult {
  const { edits, notes } = renameInQueries(document, {
    isIn: (text) => mentionsMetric(text, rename),
    changesIn: (expr, tree) => renameMetric(expr, tree, rename),
  });
  return { edits, notes: [...notes, ...overrideNotes(document, rename), ...metricsNotes(document, rename)] };
}

/** A field without a legend is called as its metric; whether an override means that, only a person knows. */
function overrideNotes(document: DashboardDocument, rename: MetricRename): BulkNote[] {
  return listPanelPaths(document).flatMap((path: JsonPath) =>
    readObjects(getAt(document, [...path, "fieldConfig", "overrides"])).flatMap((override) => {
      const { options } = readObject(override.matcher);
      return typeof options === "string" && mentionsMetric(options, rename)
        ? [
            {
              message: `An override names "${options}" and is left as it is.`,
              path: [...path, "fieldConfig"],
            },
          ]
        : [];
    }),
  );
}

/** `metrics(pattern)` asks for names by a pattern. */
function metricsNotes(document: DashboardDocument, rename: MetricRename): BulkNote[] {
  return readObjects(readObject(document.templating).list).flatMap((variable, index) => {
    const { query } = variable;
    const isPattern = typeof query === "string" && /^\s*metrics\s*\(/.test(query);
    return isPattern && mentionsMetric(query, rename)
      ? [{ message: `The pattern ${query.trim()} is left as it is.`, path: ["templating", "list", index] }]
      : [];
  });
}
