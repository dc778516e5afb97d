"use client";

import { useRouter } from "next/navigation";
import { duplicateDashboard } from "@/lib/client/dashboards/library-requests";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import type { Folder } from "@/lib/shared/dashboards/folder";
import { MoveDialog } from "./move-dialog";
import { TagDialog } from "./tag-dialog";
import { TitleDialog } from "./title-dialog";
import { useLibraryActions } from "./use-library-actions";

export interface ListDialog {
  kind: "move" | "tag" | "duplicate";
  items: readonly DashboardSummary[];
}

interface ListDialogsProps {
  tenant: string;
  /** Those that the role may put something into. */
  folders: readonly Folder[];
  dialog: ListDialog;
  onClose: () => void;
}

/** What is asked before dashboards are moved, tagged or copied. */
export function ListDialogs({ tenant, folders, dialog: { kind, items }, onClose }: ListDialogsProps) {
  const router = useRouter();
  const actions = useLibraryActions(tenant);
  const [first] = items;
  if (!first) return null;
  if (kind === "tag") {
    return (
      <TagDialog
        tenant={tenant}
        items={items}
        onTag={(add, remove) => void actions.tag(items, add, remove)}
        onClose={onClose}
      />
    );
  }
  if (kind === "move") {
    const together = items.every((item) => item.folderUid === first.folderUid);
    return (
      <MoveDialog
        what={items.length === 1 ? first.title : `${items.length} dashboards`}
        folders={folders}
        folderUid={together ? first.folderUid : undefined}
        onMove={(folder) => void actions.move(items, folder)}
        onClose={onClose}
      />
    );
  }
  return (
    <TitleDialog
      heading={`Duplicate ${first.title}`}
      action="Make a copy"
      title={`Copy of ${first.title}`}
      folders={folders}
      folderUid={first.folderUid}
      onClose={onClose}
      send={async (title, folderUid) => {
        const { uid } = await duplicateDashboard(tenant, first.uid, { title, folderUid });
        await actions.refresh();
        router.push(`/t/${tenant}/d/${uid}`);
      }}
    />
  );
}
