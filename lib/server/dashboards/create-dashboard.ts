import type { z } from "zod";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { type Tx, withTenant } from "@/lib/server/db";
import { authorOf } from "@/lib/server/tenants/author";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { assertSizeWithinQuota, assertWithinQuota } from "@/lib/server/tenants/quota";
import { type DashboardSummary, NewDashboard } from "@/lib/shared/dashboards/dashboard";
import { newUid } from "@/lib/shared/dashboards/new-uid";
import { AppError } from "@/lib/shared/errors";
import { summaryFields, toSummary } from "./dashboard-dto";
import { getFolderId } from "./find-folder";
import type { SpeltDashboard } from "./get-dashboard-text";
import { writeSearchEntry } from "./search/write-search-entry";
import { type StorableDocument, toStorable } from "./storable-document";
import { writeVersion } from "./write-version";

/**
 * Stores a document as a new dashboard. The document stays as it is, in the spelling of `text` where that is given;
 * without a uid in it the dashboard gets one.
 */
export async function createDashboard(
  ctx: TenantContext,
  input: unknown,
  text?: string,
): Promise<SpeltDashboard> {
  assertCan(ctx, "dashboard:write");
  const { document, folderUid = null, message } = NewDashboard.parse(input);
  const content = await toStorable(document, text);
  const { title } = content;
  const made = await withTenant(ctx, async (tx) => {
    await assertTitleFree(tx, ctx, { title, folderId: await getFolderId(tx, ctx, folderUid) });
    return insertDashboard(tx, ctx, { content, folderUid, message }, "dashboard.create");
  });
  return { ...made, documentText: content.text };
}

interface InsertedDashboard extends Pick<z.infer<typeof NewDashboard>, "folderUid" | "message"> {
  content: StorableDocument;
  /** For a document that names no uid. */
  uid?: string | null;
}

/** The writing half of creating, for verbs that have checked the permission and opened the transaction. */
export async function insertDashboard(
  tx: Tx,
  ctx: TenantContext,
  { content, folderUid = null, message = "", uid = null }: InsertedDashboard,
  action: string,
): Promise<DashboardSummary> {
  const tenantId = ctx.tenant.id;
  await assertWithinQuota(tx, ctx, "dashboards");
  await assertSizeWithinQuota(tx, ctx, "panelsPerDashboard", content.panels);
  const folderId = await getFolderId(tx, ctx, folderUid);
  const wantedUid = content.uid ?? uid;
  if (wantedUid) await assertUidsFree(tx, ctx, [wantedUid]);
  const author = authorOf(ctx);
  const { id, ...row } = await tx.dashboard.create({
    data: {
      tenantId,
      uid: wantedUid ?? newUid(),
      title: content.title,
      tags: content.tags,
      folderId,
      // Written with the version: Prisma would write it anew, which loses digits and keys.
      document: {},
      indexedVersion: 1,
      createdById: author.id,
      createdByName: author.name,
      updatedById: author.id,
      updatedByName: author.name,
    },
    select: { id: true, ...summaryFields(ctx) },
  });
  await writeVersion(tx, ctx, { dashboardId: id, version: 1, content, message });
  await writeSearchEntry(tx, ctx, id, content.search);
  await recordAudit(tx, ctx, {
    action,
    subject: { type: "dashboard", id: row.uid },
    details: { title: row.title, version: 1 },
  });
  return toSummary(row);
}

/** Says whose a uid is; the unique index holds what slips between. */
export async function assertUidsFree(tx: Tx, ctx: TenantContext, uids: readonly string[]): Promise<void> {
  const same = await tx.dashboard.findFirst({
    where: { tenantId: ctx.tenant.id, uid: { in: [...uids] }, deletedAt: null },
    select: { uid: true, title: true, version: true },
  });
  if (!same) return;
  throw new AppError(
    "CONFLICT",
    `The uid "${same.uid}" belongs to the dashboard "${same.title}". Remove or change the uid, or overwrite it.`,
    { reason: "uid-taken", ...same },
  );
}

interface WantedTitle {
  title: string;
  folderId: string | null;
  /** The dashboard that may keep its own title. */
  except?: string;
}

/** For people who name a dashboard. Grafana takes equal titles in one folder, so imports do too. */
export async function assertTitleFree(
  tx: Tx,
  ctx: TenantContext,
  { title, folderId, except }: WantedTitle,
): Promise<void> {
  const live = { tenantId: ctx.tenant.id, deletedAt: null };
  const where = { ...live, folderId, title, ...(except ? { id: { not: except } } : {}) };
  const twin = await tx.dashboard.findFirst({ where, select: { uid: true } });
  if (!twin) return;
  throw new AppError(
    "CONFLICT",
    `This folder has a dashboard "${title}" already. Choose another title or folder.`,
    { reason: "title-taken", uid: twin.uid },
  );
}
