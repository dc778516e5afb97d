import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

export type JsonPath = readonly (string | number)[];

/** The value at `path`, or undefined where there is none. */
export function getAt(root: Json | undefined, path: JsonPath): Json | undefined {
  let value = root;
  for (const key of path) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isJsonObject(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

/** Object.fromEntries would lose a key named `__proto__`; this keeps every key as plain data, in order. */
function withKey(object: JsonObject, key: string, value: Json): JsonObject {
  const copy: JsonObject = { ...object };
  Object.defineProperty(copy, key, { value, enumerable: true, writable: true, configurable: true });
  return copy;
}

/** A copy of `root` with `value` at `path`; all that is not on the path is shared, keys keep their order. Missing objects are made. */
export function setAt(root: Json | undefined, path: JsonPath, value: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(root)) {
    const copy = [...root];
    copy[Number(key)] = setAt(root[Number(key)], rest, value);
    return copy;
  }
  if (typeof key === "number" && !isJsonObject(root)) return setAt([], path, value);
  const object = isJsonObject(root) ? root : {};
  const before = Object.hasOwn(object, key) ? object[key] : undefined;
  return withKey(object, String(key), setAt(before, rest, value));
}

/** A copy of `root` without what stands at `path`; the same root when there is nothing. */
export function removeAt(root: Json, path: JsonPath): Json {
  const [key, ...rest] = path;
  if (key === undefined || getAt(root, path) === undefined) return root;
  if (rest.length > 0) {
    const child = getAt(root, [key]);
    return child === undefined ? root : setAt(root, [key], removeAt(child, rest));
  }
  if (Array.isArray(root)) return root.filter((_, index) => index !== Number(key));
  if (!isJsonObject(root)) return root;
  const copy = { ...root };
  delete copy[String(key)];
  return copy;
}
