import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { Title, Uid } from "@/lib/shared/dashboards/dashboard";
import { AppError } from "@/lib/shared/errors";
import { createFolder } from "../create-folder";
import { getFolderId } from "../find-folder";
import type { ArchiveManifest } from "./archive-manifest";

/** Finds or makes the folders that the paths of an archive name; each is looked up once. */
export function folderKeeper(ctx: TenantContext, rootUid: string | null) {
  assertCan(ctx, "folder:write");
  const known = new Map<string, string | null>([["", rootUid]]);
  let folders: ArchiveManifest["folders"] = [];
  const ensure = async (path: string): Promise<string | null> => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const parentUid = await ensure(path.split("/").slice(0, -1).join("/"));
    const stored = folders.find((folder) => folder.path === path);
    const title = Title.parse((stored?.title ?? path.split("/").at(-1) ?? "").slice(0, 300));
    const wanted = { uid: Uid.safeParse(stored?.uid).data ?? null, title, parentUid };
    const uid = await findOrMake(ctx, wanted);
    known.set(path, uid);
    return uid;
  };
  return {
    ensure,
    learn: (manifest: ArchiveManifest) => {
      folders = manifest.folders;
    },
  };
}

interface WantedFolder {
  uid: string | null;
  title: string;
  parentUid: string | null;
}

async function findOrMake(ctx: TenantContext, { uid, title, parentUid }: WantedFolder): Promise<string> {
  const found = await withTenant(ctx, async (tx) => {
    const live = { tenantId: ctx.tenant.id, deletedAt: null };
    const select = { uid: true };
    const same = uid === null ? null : await tx.folder.findFirst({ where: { ...live, uid }, select });
    const parentId = await getFolderId(tx, ctx, parentUid);
    return same ?? (await tx.folder.findFirst({ where: { ...live, parentId, title }, select }));
  });
  if (found) return found.uid;
  const made = await createFolder(ctx, { ...(uid !== null && { uid }), title, parentUid }).catch((error) => {
    // The uid lies in the trash, or the role does not see whose it is.
    if (uid === null || !(error instanceof AppError) || error.code !== "CONFLICT") throw error;
    return createFolder(ctx, { title, parentUid });
  });
  return made.uid;
}
