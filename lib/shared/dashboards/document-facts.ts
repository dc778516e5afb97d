import { AppError } from "@/lib/shared/errors";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { Uid } from "./dashboard";
import { readArray, readObject, readObjects } from "./read-json";
import { findV2Spec } from "./schema-v2/find-v2-spec";

/** What the console needs to know of a document to store it. */
export interface DocumentFacts {
  /** null: the document names none. */
  uid: string | null;
  title: string;
  tags: string[];
  panels: number;
}

/** Grafana's own limit. */
const maxTitleLength = 5_000;
/** Of the title in lists and indexes; the document keeps all of it. */
const listedTitleLength = 300;

function refuse(message: string, field: string): AppError {
  return new AppError("INVALID_INPUT", message, { field });
}

/** Postgres holds no U+0000 in a text, nor half a surrogate pair. */
function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

/** As Grafana: what is no text is no uid, blanks around it do not count, the rest must fit. */
function readUid(uid: Json | undefined): string | null {
  if (typeof uid !== "string" || uid.trim() === "") return null;
  const parsed = Uid.safeParse(uid.trim());
  if (parsed.success) return parsed.data;
  throw refuse(
    `${parsed.error.issues[0]?.message} This one is "${uid.slice(0, 60)}". Change or remove it.`,
    "uid",
  );
}

function readTitle(title: Json | undefined, field: string): string {
  const text = typeof title === "string" ? storable(title).trim() : "";
  if (text === "") {
    throw refuse(
      `The dashboard has no title. Write one as a text under "${field}", as Grafana demands.`,
      field,
    );
  }
  if (text.length > maxTitleLength) {
    throw refuse(
      `A title has at most ${maxTitleLength} characters; this one has ${text.length}. Shorten it.`,
      field,
    );
  }
  return text.length > listedTitleLength ? `${text.slice(0, listedTitleLength - 1)}…` : text;
}

function readTags(tags: Json | undefined): string[] {
  const texts = readArray(tags).filter((tag) => typeof tag === "string");
  return [...new Set(texts.map((tag) => storable(tag)).filter((tag) => tag.trim() !== ""))].slice(0, 100);
}

function countPanels(document: JsonObject): number {
  const inside = (panel: Json) => (isJsonObject(panel) ? readArray(panel.panels).length : 0);
  const panels = readArray(document.panels);
  return (
    panels.reduce<number>((sum, panel) => sum + 1 + inside(panel), 0) +
    readObjects(document.rows).reduce<number>((sum, row) => sum + inside(row), 0)
  );
}

/** Reads what must be right in a document and refuses the rest precisely; never changes it. */
export function readDocumentFacts(document: JsonObject): DocumentFacts {
  const spec = findV2Spec(document);
  if (!spec) {
    const { uid, title, tags } = document;
    return {
      uid: readUid(uid),
      title: readTitle(title, "title"),
      tags: readTags(tags),
      panels: countPanels(document),
    };
  }
  const isResource = spec !== document;
  const name = isResource ? readObject(document.metadata).name : undefined;
  return {
    // A resource's name may be longer than a uid of the API; it then gets one of its own here.
    uid: Uid.safeParse(name).data ?? null,
    title: readTitle(spec.title, isResource ? "spec.title" : "title"),
    tags: readTags(spec.tags),
    panels: Object.keys(readObject(spec.elements)).length,
  };
}
