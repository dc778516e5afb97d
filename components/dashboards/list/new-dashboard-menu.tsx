"use client";

import { Button, Menu } from "@mantine/core";
import {
  IconChevronDown,
  IconFilePlus,
  IconFolderPlus,
  IconLayoutGrid,
  IconUpload,
} from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { Folder } from "@/lib/shared/dashboards/folder";

const NewDashboardDialog = dynamic(() => import("./new-dialogs").then((m) => m.NewDashboardDialog), {
  ssr: false,
});
const TemplateDialog = dynamic(() => import("./template-dialog").then((m) => m.TemplateDialog), {
  ssr: false,
});
const ImportDialog = dynamic(
  () => import("@/components/dashboards/import/import-dialog").then((m) => m.ImportDialog),
  { ssr: false },
);
const NewFolderDialog = dynamic(() => import("./new-dialogs").then((m) => m.NewFolderDialog), {
  ssr: false,
});

export interface NewDashboardProps {
  tenant: string;
  folders: readonly Folder[];
  /** Where the list stands: new things go there unless told otherwise. */
  folderUid: string | null;
}

const dialogs = {
  blank: NewDashboardDialog,
  template: TemplateDialog,
  import: ImportDialog,
  folder: NewFolderDialog,
};

export function NewDashboardMenu(props: NewDashboardProps) {
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  const Dialog = open === null ? null : dialogs[open];
  return (
    <>
      <Menu position="bottom-end" width={210}>
        <Menu.Target>
          <Button rightSection={<IconChevronDown size={14} aria-hidden />}>New</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFilePlus size={15} aria-hidden />} onClick={() => setOpen("blank")}>
            Blank dashboard
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLayoutGrid size={15} aria-hidden />}
            onClick={() => setOpen("template")}
          >
            From a template
          </Menu.Item>
          <Menu.Item leftSection={<IconUpload size={15} aria-hidden />} onClick={() => setOpen("import")}>
            Import dashboards
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconFolderPlus size={15} aria-hidden />} onClick={() => setOpen("folder")}>
            Folder
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {Dialog ? <Dialog {...props} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
