import { createHash } from "node:crypto";
import type { z } from "zod";
import { giveWay } from "@/lib/server/give-way";
import { inTurns } from "@/lib/server/in-turns";
import {
  type ImportedDashboard,
  type ImportResult,
  maxListedFindings,
} from "@/lib/shared/dashboards/dashboard";
import { findOdditiesInSteps } from "@/lib/shared/dashboards/findings/find-oddities";
import { applyFixes } from "@/lib/shared/dashboards/findings/finding";
import { nameOtherKind } from "@/lib/shared/dashboards/import-forms/name-other-kind";
import { memberText } from "@/lib/shared/dashboards/json-text/scan-json";
import { resolveImport } from "@/lib/shared/dashboards/resolve-import";
import { type UnwrappedDocument, unwrapDocument } from "@/lib/shared/dashboards/unwrap-document";
import { AppError } from "@/lib/shared/errors";
import type { JsonObject } from "@/lib/shared/json";
import { carryOverInTurns } from "./carry-over-in-turns";
import { openResource } from "./open-resource";
import { type StorableDocument, toStorable } from "./storable-document";

/** An import as it will be written; the parsed document is not part of it. */
export interface PreparedImport {
  content: StorableDocument;
  /** What the document or its envelope names. */
  uid: string | null;
  /** SHA-256 of the text: whether the same is stored already is asked without sending it. */
  textHash: string;
  findings: ImportResult["findings"];
}

type Imported = z.infer<typeof ImportedDashboard>;

/** The document to store: unwrapped, its inputs filled in, the fixes made that were asked for. */
export async function prepareImport(imported: Imported, given?: string): Promise<PreparedImport> {
  const opened = await openResource({ document: imported.document, text: given });
  const other = nameOtherKind(opened.document);
  if (other !== null) throw new AppError("INVALID_INPUT", other, { field: "document" });
  const found = unwrapDocument(opened.document);
  const resolved = resolveImport(found.document, imported.inputs);
  const text = await spell(resolved, found, opened.text ?? JSON.stringify(opened.document));
  await giveWay(text.length);
  const { document, findings } = await mend(resolved, text, imported.fixes);
  const kept = document === resolved ? text : await carryOverInTurns(text, JSON.stringify(document));
  await giveWay(text.length);
  const content = await toStorable(document, kept);
  const uid = content.uid ?? found.uid ?? imported.uid ?? null;
  return { content, uid, textHash: hashText(kept), findings };
}

/** The text to store: as given, and where inputs were filled in, anew only there. */
async function spell(document: JsonObject, found: UnwrappedDocument, given: string): Promise<string> {
  const text = found.key === null ? given : (memberText(given, found.key) ?? JSON.stringify(found.document));
  return document === found.document ? text : carryOverInTurns(text, JSON.stringify(document));
}

async function mend(
  resolved: JsonObject,
  text: string,
  fixes: readonly string[] = [],
): Promise<{ document: JsonObject; findings: ImportResult["findings"] }> {
  const enough = fixes.length > 0 ? Infinity : maxListedFindings;
  const oddities = await inTurns(findOdditiesInSteps(resolved, text, enough));
  const chosen = oddities.filter(({ id, fix }) => fix && fixes.includes(id));
  const left = chosen.length > 0 ? oddities.filter((finding) => !chosen.includes(finding)) : oddities;
  return {
    document: chosen.length > 0 ? applyFixes(resolved, chosen) : resolved,
    findings: left.slice(0, maxListedFindings).map(({ path, fix, ...finding }) => ({
      ...finding,
      path: [...path],
      fix: fix?.label ?? null,
    })),
  };
}

const hashedAtOnce = 65_536;

function hashText(text: string): string {
  const hash = createHash("sha256");
  for (let at = 0; at < text.length; ) {
    const end = at + hashedAtOnce;
    // The halves of a pair stay together.
    const next = (text.charCodeAt(end - 1) & 0xfc00) === 0xd800 ? end + 1 : end;
    hash.update(text.slice(at, next));
    at = next;
  }
  return hash.digest("hex");
}
