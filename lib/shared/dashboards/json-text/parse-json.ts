import type { Json } from "@/lib/shared/json";
import { findJsonError } from "./find-json-error";
import { measureJson, offsetBelow } from "./measure-json";

/** Far beyond any dashboard, and safe for whatever walks a document. */
export const maxJsonDepth = 500;

/** The largest dashboard known, of 597 panels, has 300,000; so many take up to 100 MB of memory. */
export const maxJsonParts = 1_000_000;

export type JsonReading = { value: Json } | { problem: string; line: number; column: number };

/** Parses JSON from outside; a problem names its place and what to do. */
export function parseJson(text: string): JsonReading {
  const { depth, parts } = measureJson(text);
  if (depth > maxJsonDepth) {
    const problem = `The JSON nests ${depth} levels deep; at most ${maxJsonDepth} are read.`;
    return { problem, ...placeOf(text, offsetBelow(text, maxJsonDepth)) };
  }
  if (parts > maxJsonParts) {
    const problem = `The JSON has ${parts.toLocaleString("en")} keys and values; at most ${maxJsonParts.toLocaleString("en")} are read. Split it.`;
    return { problem, line: 1, column: 1 };
  }
  try {
    return { value: JSON.parse(text) };
  } catch {
    const offset = findJsonError(text) ?? text.length;
    const { line, column } = placeOf(text, offset);
    const problem = `The JSON cannot be read at line ${line}, column ${column}: ${adviceAt(text, offset)}`;
    return { problem, line, column };
  }
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

function adviceAt(text: string, offset: number): string {
  const found = text.charAt(offset);
  const rest = text.slice(offset, offset + 12);
  const before = text.slice(Math.max(0, offset - 200), offset).trimEnd();
  if (text.trim() === "") return "there is nothing in it. Give the JSON of a dashboard.";
  if (found === "") return "it ends too early. Something was cut off: copy or download it again.";
  if ((found === "}" || found === "]") && before.endsWith(","))
    return `there is a comma before ${found}. Remove that comma.`;
  if (found === "'") return "a text stands in single quotes. Use double quotes.";
  if (rest.startsWith("//") || rest.startsWith("/*") || found === "#")
    return "a comment stands there. JSON has none: remove it.";
  if (/^(NaN|-?Infinity|undefined|None|True|False)\b/.test(rest))
    return `${/^[-\w]+/.exec(rest)?.[0]} is no JSON. Write null, true, false or a number.`;
  if (/^[A-Za-z_$][\w$]*\s*:/.test(text.slice(offset, offset + 100)))
    return "a key stands without double quotes. Quote it.";
  if (found === '"' && !/^"(?:[^"\\\n]|\\["\\/bfnrtu])*"/.test(text.slice(offset, offset + 2_000)))
    return "the text that starts there is not closed, or holds a line end or an unknown escape. Write line ends as \\n.";
  if (found === '"' || found === "{" || found === "[")
    return "a comma or a colon is missing before it. Add it.";
  return `${JSON.stringify(found)} is not expected there. Remove it, or quote what it belongs to.`;
}
