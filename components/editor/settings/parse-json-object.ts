import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

type Parsed = { value: JsonObject; problem: null } | { value: null; problem: string };

/** What a person wrote as JSON, or in a sentence why it cannot be taken. */
export function parseJsonObject(text: string): Parsed {
  try {
    const value: Json = JSON.parse(text);
    if (isJsonObject(value)) return { value, problem: null };
    return { value: null, problem: "Write a JSON object: it starts with { and ends with }." };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { value: null, problem: `Correct the JSON: ${message}.` };
  }
}
