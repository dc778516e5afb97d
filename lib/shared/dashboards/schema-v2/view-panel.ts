import type { Json, JsonObject } from "@/lib/shared/json";
import { compact, readObject, readObjects, readString } from "../read-json";

/** A panel element of schema v2 as a classic panel, without its place. */
export function viewPanel(element: JsonObject): JsonObject {
  const spec = readObject(element.spec);
  const { libraryPanel } = spec;
  if (libraryPanel !== undefined)
    return compact({ id: spec.id, title: spec.title, libraryPanel } as JsonObject);
  const queries = readObject(readObject(spec.data).spec);
  const options = readObject(queries.queryOptions);
  const viz = readObject(spec.vizConfig);
  const drawn = readObject(viz.spec);
  const targets = readObjects(queries.queries).map((query) => viewTarget(readObject(query.spec)));
  return compact({
    id: spec.id,
    // Before v2beta1 the kind itself named the panel type.
    type: readString(viz.group) || readString(viz.kind),
    title: spec.title,
    description: spec.description,
    transparent: spec.transparent,
    links: spec.links,
    datasource: targets[0]?.datasource,
    targets,
    transformations: readObjects(queries.transformations).map(viewTransformation),
    interval: options.interval,
    maxDataPoints: options.maxDataPoints,
    timeFrom: options.timeFrom,
    timeShift: options.timeShift,
    options: drawn.options,
    fieldConfig: drawn.fieldConfig,
  } as JsonObject);
}

function viewTarget({ refId, hidden, query, datasource }: JsonObject): JsonObject {
  const { spec } = readObject(query);
  return compact({
    ...readObject(spec),
    refId,
    hide: hidden,
    datasource: datasourceOf(readObject(query), datasource),
  } as JsonObject);
}

/** v2beta1 names it in the query, by its uid under `name`; v2alpha1 beside it. */
export function datasourceOf(query: JsonObject, beside: Json | undefined): Json | undefined {
  if (beside !== undefined) return beside;
  const uid = readString(readObject(query.datasource).name);
  const type = readString(query.group) || readString(query.kind);
  if (uid) return { type, uid };
  return type && type !== "DataQuery" ? { type } : undefined;
}

function viewTransformation(transformation: JsonObject): JsonObject {
  const spec = readObject(transformation.spec);
  const id = readString(transformation.group) || readString(spec.id) || readString(transformation.kind);
  return compact({ ...spec, id } as JsonObject);
}
