import { withTrash } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { TrashedDashboard } from "@/lib/shared/dashboards/library";
import { trashDays } from "@/lib/shared/dashboards/library-limits";
import { purgeTrash } from "./purge-trash";

const dayMs = 86_400_000;
const atMost = 1_000;

/** What lies in the trash, the newest first; of several with one uid the newest, which is the one that can come back. */
export async function listTrash(
  ctx: TenantContext,
): Promise<{ items: TrashedDashboard[]; nextCursor: null }> {
  assertCan(ctx, "dashboard:delete");
  const rows = await withTrash(ctx, async (tx) => {
    await purgeTrash(tx);
    return tx.dashboard.findMany({
      where: { tenantId: ctx.tenant.id, deletedAt: { not: null } },
      orderBy: [{ deletedAt: "desc" }, { uid: "asc" }],
      take: atMost,
      select: {
        ...{ uid: true, title: true, version: true, editedFrom: true, deletedAt: true, deletedByName: true },
        folder: { select: { title: true } },
      },
    });
  });
  const newest = rows.filter(({ uid }, index) => rows.findIndex((row) => row.uid === uid) === index);
  const items = newest.map(({ folder, deletedAt, deletedByName, ...row }) => ({
    ...row,
    folderTitle: folder?.title ?? null,
    deletedAt: (deletedAt ?? new Date()).toISOString(),
    deletedBy: deletedByName ?? "",
    keptUntil: new Date((deletedAt ?? new Date()).getTime() + trashDays * dayMs).toISOString(),
  }));
  return { items, nextCursor: null };
}
