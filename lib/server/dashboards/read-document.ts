import { type DocumentFacts, readDocumentFacts } from "@/lib/shared/dashboards/document-facts";
import { jsonDepth, maxJsonDepth } from "@/lib/shared/dashboards/json-text/parse-json";
import { AppError } from "@/lib/shared/errors";
import type { JsonObject } from "@/lib/shared/json";

// What every database of Grafana holds: a MEDIUMTEXT of MySQL ends there.
export const maxDocumentBytes = 16_000_000;
/** Of a request around a document. Longer files come without their white space. */
export const maxDocumentBody = 20_000_000;

/** The facts of a document and the text to store it as; refuses what is too deep or too large. */
export function readDocument(document: JsonObject, text?: string): DocumentFacts & { text: string } {
  const stored = text ?? JSON.stringify(document);
  if (jsonDepth(stored) > maxJsonDepth) {
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
