"use client";

import { Select } from "@mantine/core";
import type { Folder } from "@/lib/shared/dashboards/folder";

interface FolderSelectProps {
  folders: readonly Folder[];
  /** null is the top level. */
  value: string | null;
  onChange: (folderUid: string | null) => void;
}

export function FolderSelect({ folders, value, onChange }: FolderSelectProps) {
  return (
    <Select
      label="Folder"
      data={folders.map((folder) => ({ value: folder.uid, label: folder.title }))}
      placeholder="Top level"
      value={value}
      onChange={onChange}
      searchable
      clearable
    />
  );
}
