import { isJsonObject, type Json } from "@/lib/shared/json";
import { type DatasourceMapping, placeholderName } from "./datasource-mapping";
import type { GrafanaDatasource } from "./grafana-target";

const builtin = new Set(["-- Grafana --", "-- Mixed --", "-- Dashboard --", "grafana", "__expr__"]);

export interface ReferenceContext {
  mapping: DatasourceMapping;
  /** Names of the dashboard's own datasource variables: references to them stay references. */
  variables: ReadonlySet<string>;
  /** References for which nothing is mapped. */
  unresolved: Set<string>;
  /** Uids of the data sources in Grafana that the dashboard will ask. */
  used: Set<string>;
}

/** A datasource reference of the console, in string or object form, as the Grafana understands it. */
export function mapReference(reference: Json | undefined, context: ReferenceContext): Json | undefined {
  const type = isJsonObject(reference) && typeof reference.type === "string" ? reference.type : undefined;
  const name = isJsonObject(reference) ? reference.uid : reference;
  if (type !== undefined && type !== "prometheus" && !(typeof name === "string" && isMapped(name, context))) {
    return reference;
  }
  if (name === undefined || name === null || name === "" || name === "default")
    return mapDefault(reference, context);
  if (typeof name !== "string" || builtin.has(name)) return reference;
  const placeholder = placeholderName(name);
  if (placeholder !== undefined && context.variables.has(placeholder))
    return write(`\${${placeholder}}`, context);
  const mapped = findMapped(name, context);
  if (mapped) return writeSource(mapped, context);
  context.unresolved.add(name);
  return reference;
}

function mapDefault(reference: Json | undefined, context: ReferenceContext): Json | undefined {
  if (context.mapping.fallback) return writeSource(context.mapping.fallback, context);
  context.unresolved.add("the default datasource");
  return reference;
}

function isMapped(name: string, { mapping }: ReferenceContext): boolean {
  return mapping.byReference.has(placeholderName(name) ?? name);
}

/** Names of the console first; then data sources there that something is mapped to, so that a mapped copy stays itself. */
export function findMapped(
  name: string,
  { mapping }: Pick<ReferenceContext, "mapping">,
): GrafanaDatasource | null {
  const placeholder = placeholderName(name);
  if (placeholder !== undefined) return mapping.byReference.get(placeholder) ?? mapping.fallback;
  const own = mapping.byReference.get(name) ?? mapping.byReference.get(name.toLowerCase());
  if (own) return own;
  return (
    [...mapping.byReference.values()].find((source) => source.uid === name || source.name === name) ?? null
  );
}

function writeSource(source: GrafanaDatasource, context: ReferenceContext): Json {
  context.used.add(source.uid);
  if (context.mapping.style === "name") return source.name;
  return { type: source.type, uid: source.uid };
}

const write = (placeholder: string, { mapping }: ReferenceContext): Json =>
  mapping.style === "name" ? placeholder : { type: "prometheus", uid: placeholder };
