import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { getAt } from "./json-path";
import { setInDocument } from "./set-in-document";

const listPath = ["annotations", "list"];
const none: Json[] = [];

export function listAnnotations(document: DashboardDocument): Json[] {
  const list = getAt(document, listPath);
  return Array.isArray(list) ? list : none;
}

export function withAnnotations(document: DashboardDocument, list: Json[]): DashboardDocument {
  return setInDocument(document, listPath, list);
}

function freeName(others: readonly string[]): string {
  const name = [...Array(others.length + 1).keys()]
    .map((index) => (index === 0 ? "New annotation" : `New annotation ${index + 1}`))
    .find((one) => !others.includes(one));
  return name ?? "New annotation";
}

/** What a new annotation from Prometheus holds in Grafana's form. */
export function newAnnotation(others: readonly string[]): JsonObject {
  return {
    name: freeName(others),
    enable: true,
    hide: false,
    iconColor: "orange",
    expr: "",
    step: "60s",
  };
}

/** What shows annotations that were written down, found by their tags; every Grafana reads this form. */
export function newTaggedAnnotation(others: readonly string[]): JsonObject {
  return {
    name: freeName(others),
    datasource: "-- Grafana --",
    enable: true,
    hide: false,
    iconColor: "blue",
    type: "tags",
    tags: [],
    matchAny: true,
    limit: 100,
  };
}

/** Changes what is asked of written annotations where this one keeps it: newer Grafanas nest it in its target. */
export function withStored(annotation: JsonObject, change: JsonObject): JsonObject {
  const { target } = annotation;
  return isJsonObject(target)
    ? { ...annotation, target: { ...target, ...change } }
    : { ...annotation, ...change };
}

/** Whether its query can be edited here: Grafana's own annotations, time regions and other datasources are kept as they are. */
export function isQueryAnnotation(annotation: JsonObject): boolean {
  const type = getAt(annotation, ["datasource", "type"]);
  const isOther = typeof type === "string" && type !== "prometheus" && !type.includes("$");
  const queryType = getAt(annotation, ["target", "queryType"]);
  return annotation.builtIn === undefined && !isOther && queryType !== "timeRegions";
}

/** The expression where this annotation keeps it: newer Grafanas nest it in its target. */
export function withExpr(annotation: JsonObject, expr: string): JsonObject {
  const { target } = annotation;
  const nested =
    isJsonObject(target) && typeof target.expr === "string" && typeof annotation.expr !== "string";
  return nested ? { ...annotation, target: { ...target, expr } } : { ...annotation, expr };
}
