import { type Tx, withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { ImportedDashboard, type ImportResult } from "@/lib/shared/dashboards/dashboard";
import { carryOver } from "@/lib/shared/dashboards/json-text/carry-over";
import { memberText } from "@/lib/shared/dashboards/json-text/scan-json";
import { resolveImport } from "@/lib/shared/dashboards/resolve-import";
import { unwrapDocument } from "@/lib/shared/dashboards/unwrap-document";
import type { JsonObject } from "@/lib/shared/json";
import { insertDashboard } from "./create-dashboard";
import { summaryFields, toSummary } from "./dashboard-dto";
import { getFolderId } from "./find-folder";
import { readDocument } from "./read-document";
import { lockDashboard, writeNextVersion } from "./save-dashboard";

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
  const {
    document: whole,
    inputs,
    folderUid,
    overwrite = false,
    message = "Imported",
  } = ImportedDashboard.parse(input);
  const found = unwrapDocument(whole);
  const document = resolveImport(found.document, inputs);
  const text = spell(document, found, given ?? JSON.stringify(whole));
  const facts = readDocument(document, text);
  const uid = facts.uid ?? found.uid;
  return withTenant(ctx, async (tx) => {
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
  });
}

/** The text to store: as given, and where inputs were filled in, anew only there. */
function spell(
  document: JsonObject,
  found: { document: JsonObject; key: string | null },
  given: string,
): string {
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
