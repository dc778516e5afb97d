import { giveWay } from "@/lib/server/give-way";
import { inTurns } from "@/lib/server/in-turns";
import type { DocumentFacts } from "@/lib/shared/dashboards/document-facts";
import { toClassicView } from "@/lib/shared/dashboards/schema-v2/to-classic-view";
import { readSearchEntryInSteps, type SearchEntry } from "@/lib/shared/dashboards/search/read-search-entry";
import type { JsonObject } from "@/lib/shared/json";
import { hashInPieces } from "./hash-document";
import { readDocument } from "./read-document";

/** All that is written of a document: with it in hand, the parsed tree may go. */
export interface StorableDocument extends DocumentFacts {
  /** Letter by letter as it is to be stored. */
  text: string;
  hash: string;
  search: SearchEntry;
}

/**
 * Reads a document for storing, spelt as `text` where that is given.
 * @throws AppError INVALID_INPUT when it is no dashboard, too deep or too large.
 */
export async function toStorable(document: JsonObject, text?: string): Promise<StorableDocument> {
  const facts = readDocument(document, text);
  await giveWay(facts.text.length);
  const hash = await hashInPieces(document);
  const search = await inTurns(readSearchEntryInSteps(toClassicView(document), facts));
  await giveWay(facts.text.length);
  return { ...facts, hash, search };
}
