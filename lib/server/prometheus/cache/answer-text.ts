import { isUtf8 } from "node:buffer";
import { isJsonObject } from "@/lib/shared/json";

const quote = 34;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;

/** Behind the brace that closes the one here; null when it has not come. */
export function endOfObject(bytes: Buffer, from: number): number | null {
  let depth = 0;
  let inString = false;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inString && byte === backslash) at += 1;
    else if (byte === quote) inString = !inString;
    else if (inString) continue;
    else if (byte === openBrace) depth += 1;
    else if (byte === closeBrace && --depth === 0) return at + 1;
  }
  return null;
}

export function textOf(bytes: Buffer, from: number, to: number): string | null {
  const part = bytes.subarray(from, to);
  return isUtf8(part) ? part.toString("utf8") : null;
}

export function readTail(tail: string): { warnings: string[]; infos: string[]; isBare: boolean } | null {
  if (!tail.startsWith("]}")) return null;
  const rest = tail.slice(2).trim();
  const remarks = parseObject(rest.startsWith(",") ? `{${rest.slice(1)}` : `{${rest}`);
  if (!remarks) return null;
  const { warnings = [], infos = [], ...others } = remarks;
  if (Object.keys(others).length > 0 || !isTexts(warnings) || !isTexts(infos)) return null;
  return { warnings, infos, isBare: rest === "}" };
}

export function isLabels(text: string): boolean {
  const labels = parseObject(text);
  return labels !== null && Object.values(labels).every((value) => typeof value === "string");
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

export function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
