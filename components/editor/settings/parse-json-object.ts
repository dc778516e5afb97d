import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

type Parsed = { value: JsonObject; problem: null } | { value: null; problem: string };

/** What a person wrote as JSON, or in a sentence why it cannot be taken. */
export function parseJsonObject(text: string, what: string): Parsed {
  try {
    const value: Json = JSON.parse(text);
    if (isJsonObject(value)) return { value, problem: null };
    return { value: null, problem: `${what} is a JSON object: it starts with { and ends with }.` };
  } catch (error) {
    return { value: null, problem: error instanceof Error ? error.message : String(error) };
  }
}
