"use client";

import { IconChevronDown } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { TextButton } from "@/components/ui/text-button";
import { useLateOverlay } from "@/components/ui/use-late-overlay";
import type { Folder } from "@/lib/shared/dashboards/folder";
import type { NewKind } from "./new-menu-items";

const load = () => import("./new-menu-items");
const NewMenuItems = dynamic(() => load().then((module) => module.NewMenuItems), { ssr: false });
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
} satisfies Record<NewKind, unknown>;

export function NewDashboardMenu(props: NewDashboardProps) {
  const [open, setOpen] = useState<NewKind | null>(null);
  const overlay = useLateOverlay(load);
  const Dialog = open === null ? null : dialogs[open];
  return (
    <>
      <TextButton aria-haspopup="menu" {...overlay.button}>
        New
        <IconChevronDown size={14} aria-hidden />
      </TextButton>
      {overlay.anchor ? <NewMenuItems overlay={overlay} anchor={overlay.anchor} onOpen={setOpen} /> : null}
      {Dialog ? <Dialog {...props} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
