import { type DocumentFacts, readDocumentFacts } from "@/lib/shared/dashboards/document-facts";
import { measureJson } from "@/lib/shared/dashboards/json-text/measure-json";
import { maxJsonDepth } from "@/lib/shared/dashboards/json-text/parse-json";
import { AppError } from "@/lib/shared/errors";
import type { JsonObject } from "@/lib/shared/json";

// Four times the largest dashboard known (2.97 MB, 597 panels), and what can be taken in without 150 MB of memory.
export const maxDocumentBytes = 12_000_000;
/** Of a request around a document. Longer files come without their white space. */
export const maxDocumentBody = 16_000_000;

/** The facts of a document and the text to store it as; refuses what is too deep or too large. */
export function readDocument(document: JsonObject, text?: string): DocumentFacts & { text: string } {
  const stored = text ?? JSON.stringify(document);
  if (measureJson(stored).depth > maxJsonDepth) {
    throw new AppError(
      "INVALID_INPUT",
      `The document nests deeper than ${maxJsonDepth} levels. Real dashboards stay below 30: look for a value that was put into itself.`,
      { field: "document" },
    );
  }
  const bytes = Buffer.byteLength(stored);
  if (bytes > maxDocumentBytes) {
    throw new AppError(
      "INVALID_INPUT",
      `The document has ${(bytes / 1e6).toFixed(1)} MB; at most ${maxDocumentBytes / 1e6} MB are taken. Split it into several dashboards.`,
      { field: "document", bytes, maxBytes: maxDocumentBytes },
    );
  }
  return { ...readDocumentFacts(document), text: stored };
}
