import { type Tx, withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { ImportedDashboard, type ImportResult } from "@/lib/shared/dashboards/dashboard";
import { insertDashboard } from "./create-dashboard";
import { summaryFields, toSummary } from "./dashboard-dto";
import { getFolderId } from "./find-folder";
import { lockDashboard } from "./lock-dashboards";
import { type PreparedImport, prepareImport } from "./prepare-import";
import { writeNextVersion } from "./save-dashboard";

type Stored = Omit<ImportResult, "document" | "findings">;

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
): Promise<Omit<ImportResult, "document"> & { documentText: string }> {
  assertCan(ctx, "dashboard:write");
  const parsed = ImportedDashboard.parse(input);
  const prepared = await prepareImport(parsed, given);
  const { folderUid, overwrite = false, message = "Imported" } = parsed;
  const stored = await withTenant(ctx, (tx) =>
    store(tx, ctx, { ...prepared, folderUid, overwrite, message }),
  );
  return { ...stored, findings: prepared.findings, documentText: prepared.content.text };
}

interface Wanted extends Omit<PreparedImport, "findings"> {
  folderUid: string | null | undefined;
  overwrite: boolean;
  message: string;
}

async function store(tx: Tx, ctx: TenantContext, wanted: Wanted): Promise<Stored> {
  const { content, uid, folderUid, overwrite, message } = wanted;
  const folderId = folderUid === undefined ? undefined : await getFolderId(tx, ctx, folderUid);
  const twin = await findTwin(tx, ctx, wanted, folderId ?? null);
  const isPlaced = twin !== null && (folderId === undefined || folderId === twin.folderId);
  if (twin?.isSame && isPlaced) return { ...(await summaryOf(tx, ctx, twin.id)), outcome: "unchanged" };
  if (!overwrite || twin === null) {
    const made = { content, uid, folderUid, message };
    return { ...(await insertDashboard(tx, ctx, made, "dashboard.import")), outcome: "created" };
  }
  const row = await lockDashboard(tx, ctx, twin.uid);
  const change = { content, folderUid, message, action: "dashboard.import", allowTwin: true };
  return { ...(await writeNextVersion(tx, ctx, row, change)), outcome: "replaced" };
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
  { uid, textHash, content: { title, text } }: Wanted,
  folderId: string | null,
): Promise<Twin | null> {
  const bytes = Buffer.byteLength(text);
  const rows =
    uid === null
      ? await tx.$queryRaw<Twin[]>`
          SELECT id, uid, folder_id AS "folderId", true AS "isSame" FROM dashboards
          WHERE tenant_id = ${ctx.tenant.id}::uuid AND title = ${title} AND folder_id IS NOT DISTINCT FROM ${folderId}::uuid
            AND octet_length(document::text) = ${bytes}
            AND encode(sha256(convert_to(document::text, 'UTF8')), 'hex') = ${textHash} LIMIT 1`
      : await tx.$queryRaw<Twin[]>`
          SELECT id, uid, folder_id AS "folderId", octet_length(document::text) = ${bytes}
            AND encode(sha256(convert_to(document::text, 'UTF8')), 'hex') = ${textHash} AS "isSame" FROM dashboards
          WHERE tenant_id = ${ctx.tenant.id}::uuid AND uid = ${uid}`;
  return rows[0] ?? null;
}

async function summaryOf(tx: Tx, ctx: TenantContext, id: string) {
  const where = { tenantId_id: { tenantId: ctx.tenant.id, id } };
  return toSummary(await tx.dashboard.findUniqueOrThrow({ where, select: summaryFields(ctx) }));
}
