import type { z } from "zod";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { type Tx, withTenant } from "@/lib/server/db";
import { authorOf } from "@/lib/server/tenants/author";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { assertSizeWithinQuota, assertWithinQuota } from "@/lib/server/tenants/quota";
import { type Dashboard, NewDashboard } from "@/lib/shared/dashboards/dashboard";
import { AppError } from "@/lib/shared/errors";
import { summaryFields, toDashboard } from "./dashboard-dto";
import { getFolderId } from "./find-folder";
import { newUid } from "./new-uid";
import { readDocument } from "./read-document";
import { writeVersion } from "./write-version";

/** Stores a document as a new dashboard. The document stays as it is; without a uid in it the dashboard gets one. */
export async function createDashboard(ctx: TenantContext, input: unknown): Promise<Dashboard> {
  assertCan(ctx, "dashboard:write");
  const parsed = NewDashboard.parse(input);
  readDocument(parsed.document);
  return withTenant(ctx.tenant.id, (tx) => insertDashboard(tx, ctx, parsed, "dashboard.create"));
}

/** The writing half of creating, for verbs that have checked the permission and opened the transaction. */
export async function insertDashboard(
  tx: Tx,
  ctx: TenantContext,
  { document, folderUid = null, message = "" }: z.infer<typeof NewDashboard>,
  action: string,
): Promise<Dashboard> {
  const facts = readDocument(document);
  const tenantId = ctx.tenant.id;
  await assertWithinQuota(tx, ctx, "dashboards");
  await assertSizeWithinQuota(tx, ctx, "panelsPerDashboard", facts.panels);
  const folderId = await getFolderId(tx, ctx, folderUid);
  await assertFree(tx, ctx, { uid: facts.uid, title: facts.title, folderId });
  const author = authorOf(ctx);
  const { id, ...row } = await tx.dashboard.create({
    data: {
      tenantId,
      uid: facts.uid ?? newUid(),
      title: facts.title,
      tags: facts.tags,
      folderId,
      document,
      createdById: author.id,
      createdByName: author.name,
      updatedById: author.id,
      updatedByName: author.name,
    },
    select: { id: true, document: true, ...summaryFields(ctx) },
  });
  await writeVersion(tx, ctx, { dashboardId: id, version: 1, document, message });
  await recordAudit(tx, ctx, {
    action,
    subject: { type: "dashboard", id: row.uid },
    details: { title: row.title, version: 1 },
  });
  return toDashboard(row);
}

interface Wanted {
  uid: string | null;
  title: string;
  folderId: string | null;
  /** The dashboard that may keep its own title. */
  except?: string;
}

/** Says which of uid and title is taken; the unique indexes hold what slips between. */
export async function assertFree(
  tx: Tx,
  ctx: TenantContext,
  { uid, title, folderId, except }: Wanted,
): Promise<void> {
  const tenantId = ctx.tenant.id;
  if (uid !== null) {
    const same = await tx.dashboard.findFirst({
      where: { tenantId, uid },
      select: { title: true, version: true },
    });
    if (same) {
      throw new AppError(
        "CONFLICT",
        `The uid "${uid}" belongs to the dashboard "${same.title}". Remove or change the uid, or overwrite it.`,
        {
          reason: "uid-taken",
          uid,
          title: same.title,
          version: same.version,
        },
      );
    }
  }
  const where = { tenantId, folderId, title, ...(except ? { id: { not: except } } : {}) };
  const twin = await tx.dashboard.findFirst({ where, select: { uid: true } });
  if (twin) {
    throw new AppError(
      "CONFLICT",
      `This folder has a dashboard "${title}" already. Choose another title or folder.`,
      {
        reason: "title-taken",
        uid: twin.uid,
      },
    );
  }
}
