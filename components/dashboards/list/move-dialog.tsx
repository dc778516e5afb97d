"use client";

import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { Modal } from "@/components/ui/modal";
import type { Folder } from "@/lib/shared/dashboards/folder";
import { FolderSelect } from "./folder-select";
import type { FolderChoice } from "./use-library-actions";

interface MoveDialogProps {
  /** What is moved, in words. */
  what: string;
  folders: readonly Folder[];
  /** Where it lies now; undefined when it lies in several places. */
  folderUid: string | null | undefined;
  onMove: (folder: FolderChoice) => void;
  onClose: () => void;
}

export function MoveDialog({ what, folders, folderUid, onMove, onClose }: MoveDialogProps) {
  const [chosen, setChosen] = useState(folderUid ?? null);
  const title = folders.find(({ uid }) => uid === chosen)?.title ?? "the top level";
  return (
    <Modal opened onClose={onClose} title={`Move ${what}`} closeButtonProps={{ "aria-label": "Close" }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onMove({ uid: chosen, title });
          onClose();
        }}
      >
        <Stack gap="md">
          <FolderSelect
            label="To the folder"
            folders={folders}
            value={chosen}
            onChange={setChosen}
            autoFocus
          />
          <Button type="submit" disabled={chosen === folderUid}>
            Move to {title}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
