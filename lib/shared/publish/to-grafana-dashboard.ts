import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import type { DatasourceMapping } from "./datasource-mapping";
import { findMapped, mapReference, type ReferenceContext } from "./map-reference";

export interface GrafanaDashboard {
  document: JsonObject & { uid: string };
  /** Datasource references for which the target maps nothing. */
  unresolved: string[];
  /** Uids of the data sources that its panels will ask. */
  used: string[];
}

/** The document as it is pushed: datasource references mapped, no id or version of its own, no import questions; else as it is. */
export function toGrafanaDashboard(
  source: JsonObject,
  uid: string,
  mapping: DatasourceMapping,
): GrafanaDashboard {
  const { __inputs, __requires, version, ...rest } = structuredClone(source);
  const context: ReferenceContext = {
    mapping,
    variables: new Set(datasourceVariables(rest).map(({ name }) => String(name))),
    unresolved: new Set(),
    used: new Set(),
  };
  const document: JsonObject & { uid: string } = { ...rest, id: null, uid };
  for (const panel of allPanels(document)) mapPanel(panel, context);
  for (const annotation of listAt(document.annotations)) mapAnnotation(annotation, context);
  for (const variable of listAt(document.templating)) mapVariable(variable, context);
  return { document, unresolved: [...context.unresolved].sort(), used: [...context.used].sort() };
}

/** Panels in all places where a document may hold them: top level, collapsed rows, and the rows of old documents. */
export function allPanels(document: JsonObject): JsonObject[] {
  const top = objects(document.panels);
  const old = objects(document.rows);
  return [...top, ...[...top, ...old].flatMap((row) => objects(row.panels))];
}

function mapPanel(panel: JsonObject, context: ReferenceContext): void {
  const targets = objects(panel.targets);
  // Without targets there is nothing to ask: rows, text and the like stay as they are.
  if (targets.length > 0 || typeof panel.datasource === "string" || isJsonObject(panel.datasource)) {
    panel.datasource = mapReference(panel.datasource, context) ?? null;
  }
  for (const target of targets) {
    if (target.datasource !== undefined && target.datasource !== null) {
      target.datasource = mapReference(target.datasource, context) ?? null;
    }
  }
}

function mapAnnotation(annotation: JsonObject, context: ReferenceContext): void {
  if (annotation.builtIn || annotation.datasource === undefined || annotation.datasource === null) return;
  annotation.datasource = mapReference(annotation.datasource, context) ?? null;
}

function mapVariable(variable: JsonObject, context: ReferenceContext): void {
  if (variable.type === "query" || variable.type === "adhoc") {
    variable.datasource = mapReference(variable.datasource, context) ?? null;
  } else if (variable.type === "datasource" && variable.query === "prometheus") {
    variable.current = currentOf(variable.current, context) ?? variable.current ?? {};
  }
}

/** Grafana finds the choice again by its text, so that is the name in every release. */
function currentOf(current: Json | undefined, context: ReferenceContext): JsonObject | null {
  const value = isJsonObject(current) ? current.value : undefined;
  const chosen = typeof value === "string" && value !== "" && value !== "default" ? value : null;
  const source = (chosen && findMapped(chosen, context)) || context.mapping.fallback;
  if (!source) {
    context.unresolved.add(chosen ?? "the default datasource");
    return null;
  }
  context.used.add(source.uid);
  return {
    selected: false,
    text: source.name,
    value: context.mapping.style === "name" ? source.name : source.uid,
  };
}

function datasourceVariables(document: JsonObject): JsonObject[] {
  return listAt(document.templating).filter(({ type }) => type === "datasource");
}

const listAt = (holder: Json | undefined) => (isJsonObject(holder) ? objects(holder.list) : []);

function objects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
