"use client";

import dynamic from "next/dynamic";
import type { Folder } from "@/lib/shared/dashboards/folder";
import type { NewKind } from "./new-menu-items";

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

interface NewDialogProps extends NewDashboardProps {
  kind: NewKind | null;
  onClose: () => void;
}

/** The dialog that makes something new; its code comes when it is opened. */
export function NewDialog({ kind, ...props }: NewDialogProps) {
  const Dialog = kind === null ? null : dialogs[kind];
  return Dialog ? <Dialog {...props} /> : null;
}
