"use client";

import { useRouter } from "next/navigation";
import { notifyDone } from "@/components/ui/notify";
import { createDashboard } from "@/lib/client/dashboards/dashboard-requests";
import { createFolder } from "@/lib/client/dashboards/library-requests";
import { useRefreshLibrary } from "@/lib/client/dashboards/use-library";
import { blankDocument } from "@/lib/shared/dashboards/edit/blank-document";
import type { NewDashboardProps } from "./new-dialog";
import { TitleDialog } from "./title-dialog";

export function NewDashboardDialog({
  tenant,
  folders,
  folderUid,
  onClose,
}: NewDashboardProps & { onClose: () => void }) {
  const router = useRouter();
  return (
    <TitleDialog
      heading="New dashboard"
      action="Make dashboard"
      folders={folders}
      folderUid={folderUid}
      onClose={onClose}
      send={async (title, folder) => {
        const { uid } = await createDashboard(tenant, { document: blankDocument(title), folderUid: folder });
        router.push(`/t/${tenant}/d/${uid}/edit`);
      }}
    />
  );
}

export function NewFolderDialog({
  tenant,
  folders,
  folderUid,
  onClose,
}: NewDashboardProps & { onClose: () => void }) {
  const refresh = useRefreshLibrary(tenant);
  return (
    <TitleDialog
      heading="New folder"
      action="Make folder"
      folders={folders}
      folderUid={folderUid}
      onClose={onClose}
      send={async (title, parentUid) => {
        await createFolder(tenant, { title, parentUid });
        await refresh();
        notifyDone(`Folder ${title} made.`);
        onClose();
      }}
    />
  );
}
