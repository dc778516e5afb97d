import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { parseJson } from "../json-text/parse-json";
import { itemsOf, memberText } from "../json-text/scan-json";
import { readString } from "../read-json";
import type { ImportPart } from "./import-part";
import { nameOtherKind } from "./name-other-kind";
import { readPlainText } from "./read-plain-text";
import { unpackGzip } from "./unpack-gzip";

/** Lists of resources of lists: nobody writes more. */
const deepest = 4;
const longestUnpacked = 64_000_000;

/**
 * The dashboards in a text: one, or those of a list, of a Kubernetes List, of ConfigMaps, of resources of the Grafana operator, of
 * lines of JSON or of YAML. What holds none is named, with what to do.
 */
export async function splitImport(path: string, text: string, level = 0): Promise<ImportPart[]> {
  const reading = parseJson(text);
  if ("value" in reading) return splitValue({ path, text, value: reading.value }, level);
  const plain = level < deepest ? await readPlainText(path, text) : null;
  if (plain === null) return [{ path, problem: reading.problem }];
  if (typeof plain === "string") return [{ path, problem: plain }];
  const parts = plain.map((one, i) =>
    splitImport(plain.length > 1 ? `${path} #${i + 1}` : path, one, level + 1),
  );
  return (await Promise.all(parts)).flat();
}

interface Given {
  path: string;
  text: string;
  value: Json;
}

async function splitValue(given: Given, level: number): Promise<ImportPart[]> {
  const { path, text, value } = given;
  if (Array.isArray(value)) return splitList(path, text, value, level);
  if (!isJsonObject(value)) {
    return [{ path, problem: "This is JSON, but not a dashboard: a dashboard is an object in { }." }];
  }
  if (level < deepest && Array.isArray(value.items) && /List$/.test(readString(value.kind))) {
    return splitList(path, memberText(text, "items") ?? "[]", value.items, level);
  }
  if (level < deepest && value.kind === "ConfigMap") return splitConfigMap(path, value, level);
  if (level < deepest && value.kind === "GrafanaDashboard" && isJsonObject(value.spec)) {
    return splitOperatorResource(path, value.spec, level);
  }
  const other = nameOtherKind(value);
  return [other === null ? { path, text, value } : { path, problem: other }];
}

async function splitList(
  path: string,
  text: string,
  list: readonly Json[],
  level: number,
): Promise<ImportPart[]> {
  if (list.length === 0) return [{ path, problem: "This is an empty list: there is no dashboard in it." }];
  if (!list.some(isJsonObject)) {
    return [{ path, problem: "This is a list, but not of dashboards: a dashboard is an object in { }." }];
  }
  const parts = itemsOf(text).map(({ start, end }, i) => {
    const name = list.length === 1 ? path : `${path} #${i + 1}`;
    return splitValue({ path: name, text: text.slice(start, end), value: list[i] ?? null }, level + 1);
  });
  return (await Promise.all(parts)).flat();
}

async function splitConfigMap(
  path: string,
  { data, binaryData }: JsonObject,
  level: number,
): Promise<ImportPart[]> {
  const entries = Object.entries(isJsonObject(data) ? data : {}).flatMap(([key, value]) =>
    typeof value === "string" && (/\.json$/i.test(key) || /^\s*\{/.test(value)) ? [{ key, value }] : [],
  );
  if (entries.length === 0) {
    const problem = isJsonObject(binaryData)
      ? "This ConfigMap holds binary data, which Grafana's sidecar does not read as a dashboard. Unpack it and import the JSON."
      : "This ConfigMap holds no dashboard: none of its data is JSON.";
    return [{ path, problem }];
  }
  const parts = entries.map(({ key, value }) => splitImport(`${path}: ${key}`, value, level + 1));
  return (await Promise.all(parts)).flat();
}

async function splitOperatorResource(path: string, spec: JsonObject, level: number): Promise<ImportPart[]> {
  if (typeof spec.json === "string") return splitImport(path, spec.json, level + 1);
  if (typeof spec.gzipJson === "string") {
    const bytes = fromBase64(spec.gzipJson);
    const unpacked = bytes && (await unpackGzip(bytes, longestUnpacked));
    if (unpacked) return splitImport(path, new TextDecoder().decode(unpacked), level + 1);
    return [{ path, problem: "The gzipJson of this GrafanaDashboard cannot be unpacked. Make it again." }];
  }
  const problem =
    "This GrafanaDashboard names where its dashboard is (url, grafanaCom, configMapRef or jsonnet) and does not hold it. Import the JSON from there.";
  return [{ path, problem }];
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text.replace(/\s/g, "")), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
