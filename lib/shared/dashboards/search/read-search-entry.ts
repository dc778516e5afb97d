import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { listPanelPaths } from "@/lib/shared/dashboards/edit/panels";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { AppError } from "@/lib/shared/errors";
import { isJsonObject, type Json } from "@/lib/shared/json";
import { maskVariables } from "@/lib/shared/promql/mask-variables";
import { parsePromql } from "@/lib/shared/promql/parse";
import { metricOf } from "@/lib/shared/promql/selector";
import { selectorsOf } from "@/lib/shared/promql/selectors-of";

export interface SearchEntry {
  text: string;
  expressions: string;
  panels: { id: number | null; title: string }[];
  metrics: string[];
}

/** Beyond this a dashboard is found by what comes first in it. */
const longestText = 60_000;

const expressionsAStep = 50;

/** What a dashboard can be found by, with pauses: one from outside may have very many expressions. */
export function* readSearchEntryInSteps(
  document: DashboardDocument,
  { title, tags }: { title: string; tags: string[] },
): Generator<void, SearchEntry> {
  const panels = readPanels(document);
  const expressions = [...new Set(readExpressions(document))];
  const found = new Set<string>();
  for (const [i, expression] of expressions.entries()) {
    if (i % expressionsAStep === 0) yield;
    for (const metric of metricsIn(expression)) found.add(metric);
  }
  const metrics = [...found];
  const names = [title, ...tags, ...panels.map((panel) => panel.title), ...metrics];
  const words = expressions.flatMap((expression) => expression.match(/[\p{L}\p{N}_:.-]+/gu) ?? []);
  yield;
  return {
    text: joined([...names, ...words]),
    expressions: joined(expressions.map((expression) => expression.replace(/\s+/g, ""))),
    panels,
    metrics,
  };
}

function joined(texts: readonly string[]): string {
  const lower = texts.map((text) => text.toLowerCase().replaceAll("\0", ""));
  return [...new Set(lower)].join("\n").slice(0, longestText);
}

function readPanels(document: DashboardDocument): SearchEntry["panels"] {
  return listPanelPaths(document).flatMap((path) => {
    const [id, title] = [getAt(document, [...path, "id"]), getAt(document, [...path, "title"])];
    if (typeof title !== "string" || title === "") return [];
    return [{ id: typeof id === "number" ? id : null, title: title.replaceAll("\0", "").toWellFormed() }];
  });
}

function readExpressions(document: DashboardDocument): string[] {
  const targets = listPanelPaths(document).flatMap((path) => listAt(document, [...path, "targets"]));
  const annotations = listAt(document, ["annotations", "list"]);
  const variables = listAt(document, ["templating", "list"]).map((variable) =>
    isJsonObject(variable) && variable.type === "query"
      ? (variable.definition ?? variable.query ?? null)
      : null,
  );
  return [...targets, ...annotations]
    .map((item) => (isJsonObject(item) ? (item.expr ?? null) : null))
    .concat(variables)
    .filter((text) => typeof text === "string" && text !== "")
    .map(String);
}

function listAt(document: DashboardDocument, path: (string | number)[]): Json[] {
  const list = getAt(document, path);
  return Array.isArray(list) ? list : [];
}

/** None where the text is not PromQL, or the name is a variable. */
function metricsIn(expression: string): string[] {
  const masked = maskVariables(expression);
  try {
    const selectors = selectorsOf(masked, parsePromql(masked));
    return selectors.flatMap((selector) => {
      const metric = metricOf(selector);
      return metric !== null && expression.includes(metric) ? [metric] : [];
    });
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}
