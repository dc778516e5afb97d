import type { z } from "zod";
import { type Tx, withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { ImportedDashboard, type ImportResult } from "@/lib/shared/dashboards/dashboard";
import { findOddities } from "@/lib/shared/dashboards/findings/find-oddities";
import { applyFixes } from "@/lib/shared/dashboards/findings/finding";
import { carryOver } from "@/lib/shared/dashboards/json-text/carry-over";
import { memberText } from "@/lib/shared/dashboards/json-text/scan-json";
import { resolveImport } from "@/lib/shared/dashboards/resolve-import";
import { type UnwrappedDocument, unwrapDocument } from "@/lib/shared/dashboards/unwrap-document";
import type { JsonObject } from "@/lib/shared/json";
import { insertDashboard } from "./create-dashboard";
import { summaryFields, toSummary } from "./dashboard-dto";
import { getFolderId } from "./find-folder";
import { readDocument } from "./read-document";
import { lockDashboard, writeNextVersion } from "./save-dashboard";

type Imported = z.infer<typeof ImportedDashboard>;

/**
 * Takes a document as Grafana gives it: bare, in the `{ dashboard, meta }` of its API, as a resource, or with
 * `__inputs`. Without `inputs` it is kept letter by letter as `given` spells it, and `${DS_...}` means the tenant's
 * default datasource. The same document again changes nothing.
 * @throws AppError CONFLICT when the uid is taken and `overwrite` is not set.
 */
export async function importDashboard(
  ctx: TenantContext,
  input: unknown,
  given?: string,
): Promise<ImportResult> {
  assertCan(ctx, "dashboard:write");
  const parsed = ImportedDashboard.parse(input);
  const found = unwrapDocument(parsed.document);
  const { document, text, findings } = prepare(found, given ?? JSON.stringify(parsed.document), parsed);
  const uid = found.uid ?? parsed.uid ?? null;
  const wanted = { ...parsed, document, text, uid };
  return withTenant(ctx, async (tx) => ({ ...(await store(tx, ctx, wanted)), document, findings }));
}

interface Wanted extends Pick<Imported, "folderUid" | "overwrite" | "message"> {
  document: JsonObject;
  text: string;
  uid: string | null;
}

async function store(tx: Tx, ctx: TenantContext, wanted: Wanted): Promise<Omit<ImportResult, "findings">> {
  const { document, text, folderUid, overwrite = false, message = "Imported" } = wanted;
  const facts = readDocument(document, text);
  const uid = facts.uid ?? wanted.uid;
  const folderId = folderUid === undefined ? undefined : await getFolderId(tx, ctx, folderUid);
  const twin = await findTwin(tx, ctx, { uid, title: facts.title, folderId: folderId ?? null, text });
  const isPlaced = twin !== null && (folderId === undefined || folderId === twin.folderId);
  if (twin?.isSame && isPlaced)
    return { ...(await summaryOf(tx, ctx, twin.id)), outcome: "unchanged", document };
  if (!overwrite || twin === null) {
    const made = { document, text, uid, folderUid, message };
    return { ...(await insertDashboard(tx, ctx, made, "dashboard.import")), outcome: "created" };
  }
  const row = await lockDashboard(tx, ctx, twin.uid);
  const change = { document, text, folderUid, message, action: "dashboard.import", allowTwin: true };
  return { ...(await writeNextVersion(tx, ctx, row, change)), outcome: "replaced" };
}

const maxFindings = 200;

/** The document to store: unwrapped, its inputs filled in, the fixes made that were asked for. */
function prepare(found: UnwrappedDocument, given: string, { inputs, fixes }: Imported) {
  const resolved = resolveImport(found.document, inputs);
  const text = spell(resolved, found, given);
  const oddities = findOddities(resolved, text);
  const chosen = fixes ? oddities.filter(({ id, fix }) => fix && fixes.includes(id)) : [];
  const document = chosen.length > 0 ? applyFixes(resolved, chosen) : resolved;
  const left = chosen.length > 0 ? oddities.filter((finding) => !chosen.includes(finding)) : oddities;
  return {
    document,
    text: document === resolved ? text : carryOver(text, JSON.stringify(document)),
    findings: left.slice(0, maxFindings).map(({ path, fix, ...finding }) => ({
      ...finding,
      path: [...path],
      fix: fix?.label ?? null,
    })),
  };
}

/** The text to store: as given, and where inputs were filled in, anew only there. */
function spell(document: JsonObject, found: UnwrappedDocument, given: string): string {
  const text = found.key === null ? given : (memberText(given, found.key) ?? JSON.stringify(found.document));
  return document === found.document ? text : carryOver(text, JSON.stringify(document));
}

interface Twin {
  id: string;
  uid: string;
  folderId: string | null;
  isSame: boolean;
}

/** The dashboard of this uid; for a document that names none, one that holds the very same document. */
async function findTwin(
  tx: Tx,
  ctx: TenantContext,
  {
    uid,
    title,
    folderId,
    text,
  }: { uid: string | null; title: string; folderId: string | null; text: string },
): Promise<Twin | null> {
  const rows =
    uid === null
      ? await tx.$queryRaw<Twin[]>`
          SELECT id, uid, folder_id AS "folderId", true AS "isSame" FROM dashboards
          WHERE tenant_id = ${ctx.tenant.id}::uuid AND title = ${title} AND document::text = ${text}
            AND folder_id IS NOT DISTINCT FROM ${folderId}::uuid LIMIT 1`
      : await tx.$queryRaw<Twin[]>`
          SELECT id, uid, folder_id AS "folderId", document::text = ${text} AS "isSame" FROM dashboards
          WHERE tenant_id = ${ctx.tenant.id}::uuid AND uid = ${uid}`;
  return rows[0] ?? null;
}

async function summaryOf(tx: Tx, ctx: TenantContext, id: string) {
  const where = { tenantId_id: { tenantId: ctx.tenant.id, id } };
  return toSummary(await tx.dashboard.findUniqueOrThrow({ where, select: summaryFields(ctx) }));
}
