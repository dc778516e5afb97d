import { isJsonObject } from "@/lib/shared/json";
import { compact, readString } from "./read-json";
import type { DatasourceRef } from "./reading-model";

/** Null means: whatever the surroundings say, at last the tenant's default datasource. */
export function readDatasource(json: unknown): DatasourceRef | null {
  if (typeof json === "string") return json === "" || json === "default" ? null : { uid: json };
  if (!isJsonObject(json)) return null;
  const exploded = explodedText(json);
  if (exploded) return { uid: exploded };
  const ref = compact({ type: readString(json.type) || undefined, uid: readString(json.uid) || undefined });
  return ref.type === undefined && ref.uid === undefined ? null : ref;
}

/** Some exporters spread a name into `{"0": "M", "1": "e", ...}`. */
function explodedText(json: object): string {
  if (!("0" in json)) return "";
  const letters = Object.entries(json)
    .filter(([key, value]) => /^\d+$/.test(key) && typeof value === "string")
    .sort(([a], [b]) => Number(a) - Number(b));
  return letters.map(([, letter]) => letter).join("");
}
