"use client";

import type { Folder } from "@/lib/shared/dashboards/folder";
import { FolderRolesDialog } from "./folder-roles-dialog";
import { MoveDialog } from "./move-dialog";
import { TitleDialog } from "./title-dialog";
import { useLibraryActions } from "./use-library-actions";

export type FolderDialog = "rename" | "move" | "roles";

interface FolderDialogsProps {
  tenant: string;
  folder: Folder;
  dialog: FolderDialog;
  /** Where it may be moved to. */
  folders: readonly Folder[];
  onClose: () => void;
}

/** What is asked before a folder is changed. */
export function FolderDialogs({ tenant, folder, dialog, folders, onClose }: FolderDialogsProps) {
  const { changeFolder } = useLibraryActions(tenant);
  return (
    <>
      {dialog === "rename" ? (
        <TitleDialog
          heading={`Rename ${folder.title}`}
          action="Rename folder"
          title={folder.title}
          onClose={onClose}
          send={async (title) => {
            await changeFolder(folder, { title });
            onClose();
          }}
        />
      ) : null}
      {dialog === "move" ? (
        <MoveDialog
          what={folder.title}
          folders={folders}
          folderUid={folder.parentUid}
          onMove={({ uid }) => void changeFolder(folder, { parentUid: uid })}
          onClose={onClose}
        />
      ) : null}
      {dialog === "roles" ? (
        <FolderRolesDialog
          folder={folder}
          onChange={(change) => void changeFolder(folder, change)}
          onClose={onClose}
        />
      ) : null}
    </>
  );
}
