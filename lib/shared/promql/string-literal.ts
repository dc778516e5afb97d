import { AppError } from "@/lib/shared/errors";

const simpleEscapes: Record<string, string> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
};

/** The value of a PromQL string literal, read by Go's rules; bytes that are no UTF-8 are refused. */
export function unquote(literal: string): string {
  const quote = literal[0];
  if (literal.length < 2 || literal.at(-1) !== quote) throw badString("The string is not closed.");
  const body = literal.slice(1, -1);
  if (quote === "`") return body;
  if (!body.includes("\\")) return body;
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (let at = 0; at < body.length; ) {
    const part = body[at] === "\\" ? readEscape(body, at, quote) : readPlain(body, at);
    if (typeof part.value === "number") bytes.push(part.value);
    else bytes.push(...encoder.encode(part.value));
    at = part.end;
  }
  return decodeUtf8(Uint8Array.from(bytes));
}

function readPlain(body: string, at: number): { value: string; end: number } {
  const char = String.fromCodePoint(body.codePointAt(at) ?? 0);
  return { value: char, end: at + char.length };
}

function readEscape(
  body: string,
  at: number,
  quoteChar: string | undefined,
): { value: string | number; end: number } {
  const kind = body[at + 1] ?? "";
  const simple = kind === quoteChar ? kind : simpleEscapes[kind];
  if (simple !== undefined) return { value: simple, end: at + 2 };
  const octal = /^[0-3][0-7]{2}/.exec(body.slice(at + 1))?.[0];
  if (octal) return { value: Number.parseInt(octal, 8), end: at + 4 };
  const hex = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(body.slice(at + 1));
  if (!hex) throw badString("The string has an escape sequence that PromQL does not know.");
  const end = at + 1 + hex[0].length;
  if (hex[1]) return { value: Number.parseInt(hex[1], 16), end };
  const point = Number.parseInt(hex[2] ?? hex[3] ?? "", 16);
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
    throw badString("The string has an escape sequence outside Unicode.");
  }
  return { value: String.fromCodePoint(point), end };
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw badString("The string is not valid UTF-8.");
  }
}

function badString(message: string): AppError {
  return new AppError("INVALID_INPUT", message);
}
