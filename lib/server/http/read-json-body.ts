import { AppError } from "@/lib/shared/errors";
import type { Json } from "@/lib/shared/json";
import { StatusError } from "./status-error";

export const maxJsonDepth = 200;

function tooLarge(maxBytes: number): StatusError {
  const limit =
    maxBytes >= 1_000_000 ? `${Math.floor(maxBytes / 1_000_000)} MB` : `${Math.floor(maxBytes / 1_000)} kB`;
  return new StatusError(
    413,
    "INVALID_INPUT",
    `The body is larger than ${limit}, the most that is taken here.`,
    { details: { maxBytes } },
  );
}

// A client that is still sending does not see an answer, so a body up to this size is let pass, unread.
const drainBytes = 100_000_000;

/** Reads at most `maxBytes`, so that a huge body costs no memory. */
export async function readTextBody(request: Request, maxBytes: number): Promise<string> {
  if (!request.body) return "";
  const announced = Number(request.headers.get("content-length") ?? 0);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  try {
    for await (const chunk of request.body) {
      bytes += chunk.byteLength;
      if (bytes > drainBytes) break;
      if (Math.max(bytes, announced) <= maxBytes) text += decoder.decode(chunk, { stream: true });
    }
    if (Math.max(bytes, announced) > maxBytes) throw tooLarge(maxBytes);
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("INVALID_INPUT", "The body is not valid UTF-8, or broke off.");
  }
}

/** Depth of nesting as written, without parsing. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (inString) {
      if (char === 92) i++;
      else if (char === 34) inString = false;
    } else if (char === 34) inString = true;
    else if (char === 123 || char === 91) deepest = Math.max(deepest, ++depth);
    else if (char === 125 || char === 93) depth--;
  }
  return deepest;
}

/** Parses a JSON text that came from outside. */
export function parseJsonText(text: string): Json {
  if (jsonDepth(text) > maxJsonDepth) {
    throw new AppError("INVALID_INPUT", `The JSON nests deeper than ${maxJsonDepth} levels.`, {
      maxDepth: maxJsonDepth,
    });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    throw new AppError("INVALID_INPUT", `The body is not valid JSON. ${reason}`.trim());
  }
}

export async function readJsonBody(request: Request, maxBytes: number): Promise<Json> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/json" && !/^application\/[\w.-]+\+json$/.test(type)) {
    // Types that a foreign page can send without asking first are a forgery rather than a mistake.
    const simple = ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"].includes(
      type,
    );
    throw new StatusError(
      simple ? 403 : 415,
      simple ? "FORBIDDEN" : "INVALID_INPUT",
      "Send the body as application/json.",
    );
  }
  return parseJsonText(await readTextBody(request, maxBytes));
}
