import type { DocumentEdit } from "@/lib/shared/dashboards/edit/apply-edits";
import { getAt, type JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import { listPanelPaths } from "@/lib/shared/dashboards/edit/panels";
import { asksPrometheus } from "@/lib/shared/dashboards/queries/asks-prometheus";
import { listQueryTexts, type QueryText } from "@/lib/shared/dashboards/queries/list-query-texts";
import { variableQueryParts } from "@/lib/shared/dashboards/queries/variable-query-parts";
import { readObject } from "@/lib/shared/dashboards/read-json";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json } from "@/lib/shared/json";
import { type LabelRename, renameLabel } from "@/lib/shared/promql/rename-label";
import { mentions } from "@/lib/shared/promql/rename-metric";
import type { TextChange } from "@/lib/shared/promql/text-change";
import type { BulkResult } from "./bulk-result";
import { renameInQueries } from "./rename-in-queries";
import { renameInFields, renameInTransformations } from "./rename-label-columns";

/**
 * Renames a label wherever a document means it: in expressions, `label_values`, legends, `${__field.labels.x}`, ad hoc filters, and
 * where a table or a transformation names the column that the label makes.
 */
export function renameLabelIn(document: DashboardDocument, rename: LabelRename): BulkResult {
  const { edits, notes } = renameInQueries(document, {
    isIn: (text) => mentions(text, rename.from),
    changesIn: (expr, tree) => renameLabel(expr, tree, rename),
    around: (query) => askedLabel(query, rename),
  });
  const asking = new Set(
    listQueryTexts(document)
      .filter(({ kind, datasourceType }) => kind === "target" && asksPrometheus(datasourceType))
      .map(({ owner }) => owner.join(".")),
  );
  const panels = listPanelPaths(document).filter((path) => asking.has(path.join(".")));
  return {
    edits: [
      ...edits,
      ...panels.flatMap((path) => panelEdits(document, path, rename)),
      ...annotationEdits(document, rename),
      ...filterEdits(document, rename),
    ],
    notes,
  };
}

/** The label of `label_values(metric, label)`. */
function askedLabel({ kind, text }: QueryText, { from, to }: LabelRename): TextChange[] {
  const label = kind === "variable" ? variableQueryParts(text)?.label : null;
  return label && text.slice(label.from, label.to) === from ? [{ ...label, text: to }] : [];
}

function panelEdits(document: DashboardDocument, path: JsonPath, rename: LabelRename): DocumentEdit[] {
  const panel = readObject(getAt(document, path));
  const edits: DocumentEdit[] = [];
  const put = (at: JsonPath, before: Json | undefined, after: Json | undefined) => {
    if (after !== undefined && after !== before) edits.push({ path: [...path, ...at], value: after });
  };
  const targets = Array.isArray(panel.targets) ? panel.targets : [];
  targets.forEach((target, index) => {
    const legend = readObject(target).legendFormat;
    put(["targets", index, "legendFormat"], legend, inTemplate(legend, rename));
  });
  put(["fieldConfig"], panel.fieldConfig, renameInFields(panel.fieldConfig, rename));
  put(["transformations"], panel.transformations, renameInTransformations(panel.transformations, rename));
  return edits;
}

/** Of a legend or a title; longer ones are left alone. */
const longest = 2_000;

/** `{{label}}`, with its white space kept. */
function inTemplate(text: Json | undefined, { from, to }: LabelRename): Json | undefined {
  if (typeof text !== "string" || text.length > longest) return undefined;
  return text.replace(/\{\{([^{}]*)\}\}/g, (whole: string, inside: string) =>
    inside.trim() === from ? whole.replace(from, () => to) : whole,
  );
}

function annotationEdits(document: DashboardDocument, rename: LabelRename): DocumentEdit[] {
  return listOf(document, "annotations").flatMap((annotation, index) => {
    if (!isJsonObject(annotation) || typeof annotation.expr !== "string") return [];
    const texts: [string, Json | undefined][] = [
      ["titleFormat", inTemplate(annotation.titleFormat, rename)],
      ["textFormat", inTemplate(annotation.textFormat, rename)],
      ["tagKeys", inList(annotation.tagKeys, rename)],
    ];
    return texts.flatMap(([key, value]) =>
      value === undefined || value === annotation[key]
        ? []
        : [{ path: ["annotations", "list", index, key], value }],
    );
  });
}

/** Names between commas. */
function inList(text: Json | undefined, { from, to }: LabelRename): Json | undefined {
  return typeof text === "string"
    ? text.replace(/[^,\s]+/g, (name) => (name === from ? to : name))
    : undefined;
}

/** The chosen filters of ad hoc variables. */
function filterEdits(document: DashboardDocument, { from, to }: LabelRename): DocumentEdit[] {
  return listOf(document, "templating").flatMap((variable, index) => {
    const filters = readObject(variable).filters;
    if (readObject(variable).type !== "adhoc" || !Array.isArray(filters)) return [];
    return filters.flatMap((filter, at) =>
      readObject(filter).key === from
        ? [{ path: ["templating", "list", index, "filters", at, "key"], value: to }]
        : [],
    );
  });
}

function listOf(document: DashboardDocument, key: "annotations" | "templating"): Json[] {
  const list = readObject(document[key]).list;
  return Array.isArray(list) ? list : [];
}
