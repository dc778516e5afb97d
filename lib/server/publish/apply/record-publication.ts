import { Prisma } from "@/generated/prisma/client";
import { recordAudit } from "@/lib/server/audit/record-audit";
import type { Tx } from "@/lib/server/db";
import { joinHashes } from "@/lib/server/publish/content-hash";
import type { StoredItem } from "@/lib/server/publish/plan/stored-plan";
import { authorOf } from "@/lib/server/tenants/author";
import type { TenantContext } from "@/lib/server/tenants/context";
import type { Published } from "./apply-item";

/** Remembers what stands in Grafana now: the base of the next plan, of drift and of a merge. */
export async function recordPublication(
  tx: Tx,
  ctx: TenantContext,
  targetId: string,
  item: StoredItem,
  { hashes, base, grafanaVersion, folderUid, url }: Published,
): Promise<void> {
  const tenantId = ctx.tenant.id;
  const author = authorOf(ctx);
  const now = new Date();
  const state = {
    ...{ grafanaUid: item.uid, grafanaVersion, base, folderUid, url },
    dashboardVersion: item.dashboardVersion,
    hash: joinHashes(hashes),
    publishedById: author.id,
    publishedByName: author.name,
    publishedAt: now,
    checkedAt: now,
    drift: Prisma.DbNull,
    detachedAt: null,
  };
  const key = { tenantId, targetId, dashboardUid: item.uid };
  await tx.publication.upsert({
    where: { tenantId_targetId_dashboardUid: key },
    create: { ...key, ...state },
    update: state,
  });
  const subject = { type: "dashboard", id: item.uid };
  const details = { target: targetId, version: item.dashboardVersion, grafanaVersion };
  await recordAudit(tx, ctx, { action: "dashboard.publish", subject, details });
}
