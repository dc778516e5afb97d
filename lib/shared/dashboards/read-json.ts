import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

/** Readers that never throw: a wrong type becomes the fallback. */
export function readString(value: unknown, fallback = ""): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : fallback;
}

/** Numbers, and texts that are numbers: old dashboards store both. */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string" || value.trim() === "") return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

export function readObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

export function readArray(value: unknown): Json[] {
  return Array.isArray(value) ? value : [];
}

export function readObjects(value: unknown): JsonObject[] {
  return readArray(value).filter(isJsonObject);
}

/** The object without the keys whose value is undefined. */
export function compact<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
