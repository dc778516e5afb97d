"use client";

import { Select } from "@mantine/core";
import { flattenFolders } from "@/lib/client/dashboards/folder-tree";
import type { Folder } from "@/lib/shared/dashboards/folder";

interface FolderSelectProps {
  folders: readonly Folder[];
  /** null is the top level. */
  value: string | null;
  onChange: (folderUid: string | null) => void;
  label?: string;
  autoFocus?: boolean;
}

export function FolderSelect({ folders, value, onChange, label = "Folder", autoFocus }: FolderSelectProps) {
  return (
    <Select
      label={label}
      data={flattenFolders(folders).map(({ uid, path }) => ({ value: uid, label: path }))}
      placeholder="Top level"
      value={value}
      onChange={onChange}
      data-autofocus={autoFocus || undefined}
      nothingFoundMessage="No folder is named so."
      searchable
      clearable
    />
  );
}
