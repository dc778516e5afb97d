import { safeRegex } from "./safe-regex";

/** Why a pattern fits nothing, and what to do. */
export function regexProblem(pattern: string): string | null {
  if (pattern === "" || safeRegex(pattern)) return null;
  return "This regex cannot be read. Close its brackets, and write \\ before signs that stand for themselves.";
}
