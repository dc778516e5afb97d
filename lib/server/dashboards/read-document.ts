import { Title, Uid } from "@/lib/shared/dashboards/dashboard";
import { AppError } from "@/lib/shared/errors";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

export const maxDocumentBytes = 5_000_000;
export const maxDocumentDepth = 100;
/** Of a request around a document: indented JSON is larger than what is stored. */
export const maxDocumentBody = 10_000_000;

/** What the console needs to know of a document to store it. */
export interface DocumentFacts {
  /** null: the document names none. */
  uid: string | null;
  title: string;
  tags: string[];
  panels: number;
}

function refuse(message: string, field: string): AppError {
  return new AppError("INVALID_INPUT", message, { field });
}

function readUid(document: JsonObject): string | null {
  const { uid } = document;
  if (uid === undefined || uid === null || uid === "") return null;
  if (typeof uid !== "string") throw refuse("uid must be a text.", "uid");
  const parsed = Uid.safeParse(uid);
  if (!parsed.success)
    throw refuse(`${parsed.error.issues[0]?.message} This one is "${uid.slice(0, 60)}".`, "uid");
  return parsed.data;
}

function readTitle(document: JsonObject): string {
  const parsed = Title.safeParse(document.title);
  if (!parsed.success) throw refuse(`title: ${parsed.error.issues[0]?.message}`, "title");
  return parsed.data;
}

function readTags({ tags }: JsonObject): string[] {
  if (tags === undefined || tags === null) return [];
  if (!Array.isArray(tags)) throw refuse("tags must be a list of texts.", "tags");
  return [...new Set(tags.filter((tag) => typeof tag === "string" && tag.trim() !== "").map(String))].slice(
    0,
    100,
  );
}

function listOf(value: Json | undefined, field: string): Json[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw refuse(`${field} must be a list.`, field);
  return value;
}

function countPanels(document: JsonObject): number {
  const inside = (panel: Json) =>
    isJsonObject(panel) && Array.isArray(panel.panels) ? panel.panels.length : 0;
  const panels = listOf(document.panels, "panels");
  const rows = listOf(document.rows, "rows");
  return (
    panels.reduce<number>((sum, panel) => sum + 1 + inside(panel), 0) +
    rows.reduce<number>((sum, row) => sum + inside(row), 0)
  );
}

function depthOf(root: Json): number {
  let deepest = 0;
  const open: [Json, number][] = [[root, 1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value !== "object" || value === null) continue;
    deepest = Math.max(deepest, depth);
    if (depth > maxDocumentDepth) return depth;
    for (const child of Object.values(value)) open.push([child, depth + 1]);
  }
  return deepest;
}

/** Reads what must be right in a document and refuses the rest precisely; never changes it. */
export function readDocument(document: JsonObject): DocumentFacts {
  if (depthOf(document) > maxDocumentDepth) {
    throw refuse(`The document nests deeper than ${maxDocumentDepth} levels.`, "document");
  }
  const bytes = Buffer.byteLength(JSON.stringify(document));
  if (bytes > maxDocumentBytes) {
    throw refuse(
      `The document has ${(bytes / 1e6).toFixed(1)} MB; at most ${maxDocumentBytes / 1e6} MB are taken.`,
      "document",
    );
  }
  return {
    uid: readUid(document),
    title: readTitle(document),
    tags: readTags(document),
    panels: countPanels(document),
  };
}
