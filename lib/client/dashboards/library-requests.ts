import { callApi, tenantApi } from "@/lib/client/api-client";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import type { Folder, TrashedFolder } from "@/lib/shared/dashboards/folder";
import type { ChangedCount, TagChanges } from "@/lib/shared/dashboards/library";
import { mostAtOnce } from "@/lib/shared/dashboards/library-limits";
import type { Role } from "@/lib/shared/tenants/roles";
import { inParts } from "./in-parts";

export type Move = { uid: string; folderUid: string | null };

function post<Answer>(tenant: string, path: string, body: unknown): Promise<Answer> {
  return callApi<Answer>(tenantApi(tenant, path), { method: "POST", body });
}

async function countIn<Item>(
  items: readonly Item[],
  send: (some: readonly Item[], isFirst: boolean) => Promise<ChangedCount>,
): Promise<ChangedCount> {
  const counts = await inParts(items, mostAtOnce, send);
  return { changed: counts.reduce((sum, { changed }) => sum + changed, 0) };
}

export function moveDashboards(tenant: string, moves: readonly Move[]): Promise<ChangedCount> {
  return countIn(moves, (some) => post(tenant, "dashboards/move", { moves: some }));
}

export async function tagDashboards(tenant: string, changes: TagChanges["changes"]): Promise<TagChanges> {
  const answers = await inParts(changes, mostAtOnce, (some) =>
    post<TagChanges>(tenant, "dashboards/tag", { changes: some }),
  );
  return { changes: answers.flatMap((answer) => answer.changes) };
}

export function starDashboards(
  tenant: string,
  uids: readonly string[],
  starred: boolean,
): Promise<ChangedCount> {
  return countIn(uids, (some) => post(tenant, "dashboards/stars", { uids: some, starred }));
}

export function trashDashboards(tenant: string, uids: readonly string[]): Promise<ChangedCount> {
  return countIn(uids, (some) => post(tenant, "dashboards/trash", { uids: some }));
}

export function restoreDashboards(
  tenant: string,
  uids: readonly string[],
  folders: readonly string[] = [],
): Promise<ChangedCount> {
  return countIn(uids, (some, isFirst) =>
    post(tenant, "trash/restore", { uids: some, folders: isFirst ? folders : [] }),
  );
}

export function purgeDashboards(tenant: string, uids: readonly string[]): Promise<ChangedCount> {
  return countIn(uids, (some) => post(tenant, "trash/purge", { uids: some }));
}

export function duplicateDashboard(
  tenant: string,
  uid: string,
  copy: { title?: string; folderUid?: string | null },
): Promise<DashboardSummary> {
  return post(tenant, `dashboards/${uid}/duplicate`, copy);
}

export function createFolder(
  tenant: string,
  folder: { title: string; parentUid: string | null },
): Promise<Folder> {
  return post(tenant, "folders", folder);
}

export interface FolderChange {
  title?: string;
  parentUid?: string | null;
  viewRole?: Role | null;
  editRole?: Role | null;
}

export function changeFolder(tenant: string, uid: string, change: FolderChange): Promise<Folder> {
  return callApi<Folder>(tenantApi(tenant, `folders/${uid}`), { method: "PATCH", body: change });
}

/** With all that lies in it; what was there goes into the trash. */
export function deleteFolder(tenant: string, uid: string): Promise<TrashedFolder> {
  return callApi<TrashedFolder>(tenantApi(tenant, `folders/${uid}?contents=trash`), { method: "DELETE" });
}
