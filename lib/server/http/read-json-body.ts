import { ownTurn } from "@/lib/server/own-turn";
import { parseInPieces, smallBytes } from "@/lib/server/parse-in-pieces";
import { measureJson } from "@/lib/shared/dashboards/json-text/measure-json";
import { maxJsonDepth, maxJsonParts, parseJson } from "@/lib/shared/dashboards/json-text/parse-json";
import { AppError } from "@/lib/shared/errors";
import type { Json } from "@/lib/shared/json";
import { StatusError } from "./status-error";

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

/** Parses a JSON text that came from outside. */
export function parseJsonText(text: string): Json {
  const reading = parseJson(text);
  if ("value" in reading) return reading.value;
  const { problem, ...place } = reading;
  throw new AppError("INVALID_INPUT", problem, { ...place, maxDepth: maxJsonDepth });
}

/** The same for texts of any length: a long one is read in pieces, so that nobody waits for it; then no place is named. */
export async function parseJsonBody(text: string): Promise<Json> {
  if (text.length <= smallBytes) return parseJsonText(text);
  const value = await parseInPieces(Buffer.from(text), { maxDepth: maxJsonDepth });
  if (value !== undefined) return value as Json;
  throw new AppError(
    "INVALID_INPUT",
    `The JSON cannot be read: it breaks off or has a mistake, nests more than ${maxJsonDepth} levels deep, or holds an object of more than 20,000 keys or a part of more than 3 MB.`,
    { maxDepth: maxJsonDepth },
  );
}

/** The same for documents, whose parts may be of any size: those that do not come in pieces are read at once. */
export async function parseDocumentText(text: string): Promise<Json> {
  if (text.length > smallBytes) {
    const { depth, parts } = measureJson(text);
    await ownTurn();
    const bytes = Buffer.from(text);
    const limits = { maxDepth: maxJsonDepth, maxBytes: bytes.length };
    const isReadable = depth <= maxJsonDepth && parts <= maxJsonParts;
    const value = isReadable ? await parseInPieces(bytes, limits) : undefined;
    if (value !== undefined) return value as Json;
  }
  return parseJsonText(text);
}

/** The body of a request as JSON text, limited in size and not yet parsed. */
export async function readJsonBodyText(request: Request, maxBytes: number): Promise<string> {
  assertJsonType(request);
  return readTextBody(request, maxBytes);
}

function assertJsonType(request: Request): void {
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
}

export async function readJsonBody(request: Request, maxBytes: number): Promise<Json> {
  return parseJsonText(await readJsonBodyText(request, maxBytes));
}
