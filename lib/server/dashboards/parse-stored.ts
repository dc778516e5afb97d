import { ownTurn } from "@/lib/server/own-turn";
import { parseInPieces, smallBytes } from "@/lib/server/parse-in-pieces";
import { AppError } from "@/lib/shared/errors";
import { isJsonObject, type JsonObject } from "@/lib/shared/json";

/**
 * The tree of a stored text, read so that others go on meanwhile. Documents are selected as text: the client of the
 * database would parse them at once.
 */
export async function parseStored(text: string): Promise<JsonObject> {
  if (text.length <= smallBytes) return assertObject(JSON.parse(text));
  const bytes = Buffer.from(text);
  // What cannot be read in pieces has an object of very many keys deep inside.
  const document = assertObject((await parseInPieces(bytes, { maxBytes: bytes.length })) ?? JSON.parse(text));
  await ownTurn();
  return document;
}

function assertObject(document: unknown): JsonObject {
  if (isJsonObject(document)) return document;
  throw new AppError("INTERNAL", "The stored dashboard is no JSON object.");
}
