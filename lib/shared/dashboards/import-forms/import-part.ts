import type { JsonObject } from "@/lib/shared/json";

/** One dashboard of what was given, or why there is none. */
export type ImportPart =
  | { path: string; text: string; value: JsonObject }
  | { path: string; problem: string };
