import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import type { JsonPath } from "../edit/json-path";
import { datasourceVariables, variableOf } from "../export/map-datasources";
import { readDatasource } from "../read-datasource";
import { readArray, readString } from "../read-json";
import type { ImportFinding } from "./finding";

interface Reference {
  reference: Json;
  path: JsonPath;
}

/** Walks with one path for all and no list of keys for each: documents may hold a million values. */
function visit(value: Json, path: (string | number)[], found: Reference[]): void {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) enter(i, value[i] ?? null, path, found);
  } else if (isJsonObject(value)) {
    for (const key in value) if (Object.hasOwn(value, key)) enter(key, value[key] ?? null, path, found);
  }
}

function enter(key: string | number, item: Json, path: (string | number)[], found: Reference[]): void {
  if (typeof item !== "object" && key !== "datasource") return;
  path.push(key);
  if (key === "datasource") found.push({ reference: item, path: [...path] });
  else visit(item, path, found);
  path.pop();
}

function references(document: JsonObject): Reference[] {
  const found: Reference[] = [];
  visit(document, [], found);
  return found;
}

/** What is odd about references to datasources, at any depth. */
export function datasourceOddities(document: JsonObject): ImportFinding[] {
  const variables = datasourceVariables(document);
  const inputs = new Set(
    readArray(document.__inputs).map((one) => readString(isJsonObject(one) ? one.name : "")),
  );
  return references(document).flatMap(({ reference, path }): ImportFinding[] => {
    if (isJsonObject(reference) && "0" in reference) return [exploded(reference, path)];
    const uid = readDatasource(reference)?.uid ?? "";
    const name = variableOf(uid);
    if (name === null || inputs.has(name) || variables.has(name)) return odd(uid, path);
    const message = `${uid} stands for a datasource that nothing here names; the tenant's default is asked.`;
    return [{ id: "datasource-unnamed", severity: "warning", path, message }];
  });
}

function exploded(reference: JsonObject, path: JsonPath): ImportFinding {
  const uid = readDatasource(reference)?.uid ?? "";
  const fix = { label: `Write "${uid}"`, changes: [{ path, value: uid }] };
  const message = `A datasource's name was spread into letters; it reads as "${uid}".`;
  return { id: "datasource-exploded", severity: "warning", path, message, fix };
}

function odd(uid: string, path: JsonPath): ImportFinding[] {
  if (!/^\$\{DS_[^}]*\}$/.test(uid) || !/[\s-]/.test(uid)) return [];
  const message = `The name in ${uid} has blanks or dashes; it is read as Grafana reads it.`;
  return [{ id: "datasource-odd-name", severity: "info", path, message }];
}
