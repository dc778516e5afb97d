import { type DocumentFacts, readDocumentFacts } from "@/lib/shared/dashboards/document-facts";
import { maxJsonDepth } from "@/lib/shared/dashboards/json-text/parse-json";
import { AppError } from "@/lib/shared/errors";
import type { Json, JsonObject } from "@/lib/shared/json";

// What every database of Grafana holds: a MEDIUMTEXT of MySQL ends there.
export const maxDocumentBytes = 16_000_000;
/** Of a request around a document. Longer files come without their white space. */
export const maxDocumentBody = 20_000_000;

function depthOf(root: Json): number {
  let deepest = 0;
  const open: [Json, number][] = [[root, 1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value !== "object" || value === null) continue;
    deepest = Math.max(deepest, depth);
    if (depth > maxJsonDepth) return depth;
    for (const child of Object.values(value)) open.push([child, depth + 1]);
  }
  return deepest;
}

/** The facts of a document and the text to store it as; refuses what is too deep or too large. */
export function readDocument(document: JsonObject, text?: string): DocumentFacts & { text: string } {
  if (depthOf(document) > maxJsonDepth) {
    throw new AppError(
      "INVALID_INPUT",
      `The document nests deeper than ${maxJsonDepth} levels. Real dashboards stay below 30: look for a value that was put into itself.`,
      { field: "document" },
    );
  }
  const stored = text ?? JSON.stringify(document);
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
