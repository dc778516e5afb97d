import { recordAudit } from "@/lib/server/audit/record-audit";
import { type Tx, withTenant } from "@/lib/server/db";
import { authorOf } from "@/lib/server/tenants/author";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { assertSizeWithinQuota } from "@/lib/server/tenants/quota";
import { type Dashboard, SavedDashboard, type StaleVersion } from "@/lib/shared/dashboards/dashboard";
import { mergeDashboards } from "@/lib/shared/dashboards/merge/merge-dashboards";
import { AppError } from "@/lib/shared/errors";
import type { JsonObject } from "@/lib/shared/json";
import { assertFree } from "./create-dashboard";
import { summaryFields, toDashboard, toDocument } from "./dashboard-dto";
import { getFolderId } from "./find-folder";
import { noDashboard } from "./get-dashboard";
import { readDocument } from "./read-document";
import { toVersion, versionFields } from "./version-dto";
import { writeVersion } from "./write-version";

export interface LockedDashboard {
  id: string;
  folder_id: string | null;
  version: number;
}

/** Reads a dashboard so that nobody else changes it before the transaction ends. */
export async function lockDashboard(tx: Tx, ctx: TenantContext, uid: string): Promise<LockedDashboard> {
  const rows = await tx.$queryRaw<LockedDashboard[]>`
    SELECT id, folder_id, version FROM dashboards
    WHERE tenant_id = ${ctx.tenant.id}::uuid AND uid = ${uid} FOR UPDATE`;
  const [row] = rows;
  if (!row) throw noDashboard(uid);
  return row;
}

function describeStale(row: LockedDashboard, from: number, by: string, at: Date): string {
  if (from > row.version)
    return `There is no version ${from}; the newest is ${row.version}. Nothing was overwritten.`;
  return `${by} saved version ${row.version} at ${at.toISOString()}, after the version ${from} you started from. Nothing was overwritten.`;
}

async function staleVersion(
  tx: Tx,
  ctx: TenantContext,
  row: LockedDashboard,
  { version: from, document: mine }: { version: number; document: JsonObject },
): Promise<AppError> {
  const where = { tenantId: ctx.tenant.id, dashboardId: row.id };
  const select = { ...versionFields, document: true };
  const current = await tx.dashboardVersion.findFirstOrThrow({
    where: { ...where, version: row.version },
    select,
  });
  const started = await tx.dashboardVersion.findFirst({
    where: { ...where, version: from },
    select: { document: true },
  });
  const theirs = toDocument(current.document);
  const base = started ? toDocument(started.document) : null;
  const details = {
    reason: "stale-version",
    current: { ...toVersion(current), document: theirs },
    base,
    merge: base ? mergeDashboards(base, mine, theirs) : null,
  } satisfies StaleVersion;
  const message = describeStale(row, from, current.createdByName, current.createdAt);
  return new AppError("CONFLICT", message, details);
}

interface Change {
  document: JsonObject;
  folderUid?: string | null;
  message: string;
  action: string;
}

/** Writes the next version of a locked dashboard. */
export async function writeNextVersion(
  tx: Tx,
  ctx: TenantContext,
  row: LockedDashboard,
  { document, folderUid, message, action }: Change,
): Promise<Dashboard> {
  const facts = readDocument(document);
  await assertSizeWithinQuota(tx, ctx, "panelsPerDashboard", facts.panels);
  const folderId = folderUid === undefined ? row.folder_id : await getFolderId(tx, ctx, folderUid);
  await assertFree(tx, ctx, { uid: null, title: facts.title, folderId, except: row.id });
  const author = authorOf(ctx);
  const version = row.version + 1;
  const saved = await tx.dashboard.update({
    where: { tenantId_id: { tenantId: ctx.tenant.id, id: row.id } },
    data: {
      title: facts.title,
      tags: facts.tags,
      folderId,
      document,
      version,
      updatedAt: new Date(),
      updatedById: author.id,
      updatedByName: author.name,
    },
    select: { document: true, ...summaryFields(ctx) },
  });
  await writeVersion(tx, ctx, { dashboardId: row.id, version, document, message });
  const subject = { type: "dashboard", id: saved.uid };
  await recordAudit(tx, ctx, { action, subject, details: { title: saved.title, version, message } });
  return toDashboard(saved);
}

/**
 * Saves the next version.
 * @throws AppError CONFLICT with `StaleVersion` as details when the change started from an older version.
 */
export async function saveDashboard(ctx: TenantContext, uid: string, input: unknown): Promise<Dashboard> {
  assertCan(ctx, "dashboard:write");
  const { document, version, folderUid, message = "" } = SavedDashboard.parse(input);
  const facts = readDocument(document);
  if (facts.uid !== null && facts.uid !== uid) {
    throw new AppError(
      "INVALID_INPUT",
      `The document names the uid "${facts.uid}", this dashboard is "${uid}". Save it as a new dashboard instead.`,
      {
        field: "uid",
      },
    );
  }
  return withTenant(ctx.tenant.id, async (tx) => {
    const row = await lockDashboard(tx, ctx, uid);
    if (row.version !== version) throw await staleVersion(tx, ctx, row, { version, document });
    return writeNextVersion(tx, ctx, row, { document, folderUid, message, action: "dashboard.save" });
  });
}
