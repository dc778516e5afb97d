import { isJsonObject, type Json } from "@/lib/shared/json";

const objectsSince = 33;

/** A datasource as the document writes them: a name in a string before Grafana 8.3, else an object. Undefined is the default. */
export function storedDatasource(
  uid: string,
  before: Json | undefined,
  schemaVersion: Json | undefined,
): Json | undefined {
  if (uid === "") return undefined;
  if (isJsonObject(before)) return { type: "prometheus", ...before, uid };
  const old = typeof schemaVersion === "number" && schemaVersion < objectsSince;
  return typeof before === "string" || old ? uid : { type: "prometheus", uid };
}
