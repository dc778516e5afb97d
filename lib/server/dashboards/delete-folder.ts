import { recordAudit } from "@/lib/server/audit/record-audit";
import { type Tx, withTrash } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { lockTenant } from "@/lib/server/tenants/quota";
import { DeletedFolder, type TrashedFolder } from "@/lib/shared/dashboards/folder";
import { AppError } from "@/lib/shared/errors";
import type { Role } from "@/lib/shared/tenants/roles";
import { assertOpenTo } from "./assert-open-to";
import { getFolderId } from "./find-folder";
import { noFolder } from "./folder-dto";
import { putInTrash } from "./organise/put-in-trash";

/** A folder of thousands of dashboards. */
const timeoutMs = 120_000;

/**
 * Deletes an empty folder; with `contents: "trash"` also one with something in it, all of which goes into the trash, the
 * folders too, so that restoring brings everything back to its place.
 */
export async function deleteFolder(
  ctx: TenantContext,
  uid: string,
  input: unknown = {},
): Promise<TrashedFolder> {
  assertCan(ctx, "folder:write");
  const { contents } = DeletedFolder.parse(input);
  return withTrash(
    ctx,
    async (tx) => {
      await lockTenant(tx, ctx);
      const id = await getFolderId(tx, ctx, uid);
      if (id === null) throw noFolder(uid);
      assertOpenTo(ctx, await highestRoleIn(tx, id));
      const folders = await foldersFrom(tx, ctx, id);
      const dashboards = await dashboardsIn(
        tx,
        ctx,
        folders.map((folder) => folder.id),
      );
      const title = folders[0]?.title ?? uid;
      if (contents !== "trash" && dashboards.length + folders.length > 1) {
        throw notEmpty(title, dashboards.length, folders.length - 1);
      }
      if (dashboards.length > 0) assertCan(ctx, "dashboard:delete");
      await putInTrash(tx, ctx, dashboards);
      for (const folder of folders) {
        await tx.folder.update({
          where: { tenantId_id: { tenantId: ctx.tenant.id, id: folder.id } },
          data: { deletedAt: new Date() },
          select: { id: true },
        });
      }
      await recordAudit(tx, ctx, {
        action: "folder.delete",
        subject: { type: "folder", id: uid },
        details: { title, dashboards: dashboards.length, folders: folders.length - 1 },
      });
      return { folders: folders.map((folder) => folder.uid), dashboards };
    },
    timeoutMs,
  );
}

async function highestRoleIn(tx: Tx, id: string): Promise<Role> {
  const [row] = await tx.$queryRaw<{ role: Role | null }[]>`SELECT folder_asks_for(${id}::uuid) AS role`;
  return row?.role ?? "admin";
}

/** The folder and all below it, the highest first. */
async function foldersFrom(tx: Tx, ctx: TenantContext, id: string) {
  const select = { id: true, uid: true, title: true } as const;
  const tenantId = ctx.tenant.id;
  const found = await tx.folder.findMany({ where: { tenantId, id }, select });
  for (let level = found.map((folder) => folder.id); level.length > 0; ) {
    const below = await tx.folder.findMany({
      where: { tenantId, parentId: { in: level }, deletedAt: null },
      select,
    });
    found.push(...below);
    level = below.map((folder) => folder.id);
  }
  return found;
}

async function dashboardsIn(tx: Tx, ctx: TenantContext, folderIds: string[]): Promise<string[]> {
  const rows = await tx.dashboard.findMany({
    where: { tenantId: ctx.tenant.id, folderId: { in: folderIds }, deletedAt: null },
    select: { uid: true },
  });
  return rows.map(({ uid }) => uid);
}

function notEmpty(title: string, dashboards: number, folders: number): AppError {
  return new AppError(
    "CONFLICT",
    `"${title}" holds ${dashboards} dashboards and ${folders} folders. Move them, or delete the folder with its contents.`,
    { dashboards, folders },
  );
}
