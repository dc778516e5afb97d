import { useQueryClient } from "@tanstack/react-query";
import { notifyError } from "@/components/ui/notify";
import { notifyUndo } from "@/components/ui/notify-undo";
import { deleteDashboard, moveDashboard } from "@/lib/client/dashboards/dashboard-requests";
import { usePendingDeletes } from "@/lib/client/dashboards/pending-deletes";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";

interface FolderChoice {
  uid: string | null;
  title: string;
}

/** Moving and deleting, one or many, each with a way back. */
export function useListActions(tenant: string) {
  const queryClient = useQueryClient();
  const schedule = usePendingDeletes((store) => store.schedule);
  const undoDelete = usePendingDeletes((store) => store.undo);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ["dashboards", tenant] });

  async function moveAll(items: readonly { uid: string; to: string | null }[]) {
    for (const { uid, to } of items) await moveDashboard(tenant, uid, to);
    await Promise.all([refresh(), queryClient.invalidateQueries({ queryKey: ["folders", tenant] })]);
  }

  async function move(items: readonly DashboardSummary[], folder: FolderChoice) {
    try {
      await moveAll(items.map(({ uid }) => ({ uid, to: folder.uid })));
      notifyUndo(`${count(items)} moved to ${folder.title}.`, () => {
        void moveAll(items.map(({ uid, folderUid }) => ({ uid, to: folderUid })));
      });
    } catch (error) {
      await refresh();
      notifyError("Not everything was moved", error);
    }
  }

  function remove(items: readonly DashboardSummary[]) {
    for (const { uid, title } of items) {
      schedule(tenant, uid, async () => {
        try {
          await deleteDashboard(tenant, uid);
        } catch (error) {
          notifyError(`${title} was not deleted`, error);
        }
        await refresh();
      });
    }
    notifyUndo(`${count(items)} deleted.`, () => {
      for (const { uid } of items) undoDelete(tenant, uid);
    });
  }

  return { move, remove };
}

function count(items: readonly DashboardSummary[]): string {
  return items.length === 1 ? (items[0]?.title ?? "") : `${items.length} dashboards`;
}
