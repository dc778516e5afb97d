import { AppError } from "@/lib/shared/errors";
import { isJsonObject, type JsonObject } from "@/lib/shared/json";

/** A document from a JSON column. */
export function readDocument(value: unknown): JsonObject {
  if (isJsonObject(value)) return value;
  throw new AppError("INTERNAL", "A stored dashboard document is not an object.");
}
