import { notifyError } from "@/components/ui/notify";
import { notifyUndo } from "@/components/ui/notify-undo";
import * as requests from "@/lib/client/dashboards/library-requests";
import { useRefreshLibrary } from "@/lib/client/dashboards/use-library";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import type { Folder } from "@/lib/shared/dashboards/folder";

export interface FolderChoice {
  uid: string | null;
  title: string;
}

type Named = Pick<DashboardSummary, "uid" | "title">;

/** What is done with one dashboard or many: at once, all or none, each with a way back. */
export function useLibraryActions(tenant: string) {
  const refresh = useRefreshLibrary(tenant);

  /** Does it, shows the lists anew, and offers what `undo` answers as the way back. */
  async function act<Answer>(
    work: () => Promise<Answer>,
    words: { done: string; failed: string },
    undo: (answer: Answer) => Promise<unknown>,
  ): Promise<void> {
    try {
      const answer = await work();
      await refresh();
      void notifyUndo(words.done, () => {
        void undo(answer)
          .catch((error: unknown) => notifyError("It was not undone", error))
          .finally(() => void refresh());
      });
    } catch (error) {
      await refresh();
      notifyError(words.failed, error);
    }
  }

  return {
    refresh,
    move: (items: readonly DashboardSummary[], folder: FolderChoice) =>
      act(
        () =>
          requests.moveDashboards(
            tenant,
            items.map(({ uid }) => ({ uid, folderUid: folder.uid })),
          ),
        { done: `${count(items)} moved to ${folder.title}.`, failed: "Nothing was moved" },
        () =>
          requests.moveDashboards(
            tenant,
            items.map(({ uid, folderUid }) => ({ uid, folderUid })),
          ),
      ),
    trash: (items: readonly Named[]) =>
      act(
        () => requests.trashDashboards(tenant, uidsOf(items)),
        { done: `${count(items)} put into the trash.`, failed: "Nothing was deleted" },
        () => requests.restoreDashboards(tenant, uidsOf(items)),
      ),
    restore: (items: readonly Named[]) =>
      act(
        () => requests.restoreDashboards(tenant, uidsOf(items)),
        { done: `${count(items)} restored.`, failed: "Nothing was restored" },
        () => requests.trashDashboards(tenant, uidsOf(items)),
      ),
    star: (items: readonly DashboardSummary[], starred: boolean) => {
      const changed = items.filter((item) => item.starred !== starred);
      return act(
        () => requests.starDashboards(tenant, uidsOf(items), starred),
        {
          done: `${count(items)} ${starred ? "starred" : "no longer starred"}.`,
          failed: "No star was changed",
        },
        async () => (changed.length > 0 ? requests.starDashboards(tenant, uidsOf(changed), !starred) : null),
      );
    },
    tag: (items: readonly Named[], add: string[], remove: string[]) =>
      act(
        () =>
          requests.tagDashboards(
            tenant,
            items.map(({ uid }) => ({ uid, add, remove })),
          ),
        { done: `Tags of ${count(items)} changed.`, failed: "No tag was changed" },
        async ({ changes }) =>
          changes.length > 0
            ? requests.tagDashboards(
                tenant,
                changes.map((change) => ({ uid: change.uid, add: change.remove, remove: change.add })),
              )
            : null,
      ),
    changeFolder: (folder: Folder, change: requests.FolderChange) =>
      act(
        () => requests.changeFolder(tenant, folder.uid, change),
        { done: `${change.title ?? folder.title} changed.`, failed: "The folder was not changed" },
        () => requests.changeFolder(tenant, folder.uid, before(folder, change)),
      ),
    deleteFolder: (folder: Folder) =>
      act(
        () => requests.deleteFolder(tenant, folder.uid),
        {
          done: `${folder.title} and what lay in it put into the trash.`,
          failed: "The folder was not deleted",
        },
        ({ dashboards, folders }) => requests.restoreDashboards(tenant, dashboards, folders),
      ),
  };
}

function before(folder: Folder, change: requests.FolderChange): requests.FolderChange {
  const { title, parentUid, viewRole, editRole } = folder;
  const all = { title, parentUid, viewRole, editRole };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in change));
}

function uidsOf(items: readonly Named[]): string[] {
  return items.map(({ uid }) => uid);
}

function count(items: readonly Named[]): string {
  return items.length === 1 ? (items[0]?.title ?? "") : `${items.length} dashboards`;
}
