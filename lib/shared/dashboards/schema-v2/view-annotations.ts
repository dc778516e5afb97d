import type { JsonObject } from "@/lib/shared/json";
import { compact, readObject, readObjects } from "../read-json";
import { datasourceOf } from "./view-panel";

/** The annotations of schema v2 as classic ones: what they ask stands one level higher there. */
export function viewAnnotations(annotations: unknown): JsonObject[] {
  return readObjects(annotations).map((one) => {
    const { query: asked, legacyOptions, ...spec } = readObject(one.spec);
    const query = readObject(asked);
    return compact({
      ...readObject(legacyOptions),
      ...readObject(query.spec),
      ...spec,
      datasource: datasourceOf(query, spec.datasource),
    } as JsonObject);
  });
}
