"use client";

import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { TextButton } from "@/components/ui/text-button";
import { TextLink } from "@/components/ui/text-link";
import { useDatasources } from "@/lib/client/datasources/use-datasources";
import type { Folder } from "@/lib/shared/dashboards/folder";
import { can } from "@/lib/shared/tenants/permissions";
import type { Role } from "@/lib/shared/tenants/roles";
import { NewDialog } from "./new-dialog";
import type { NewKind } from "./new-menu-items";

interface EmptyLibraryProps {
  tenant: string;
  role: Role;
  folders: readonly Folder[];
}

/** A tenant that begins: a server to ask comes first, then the first dashboard. */
export function EmptyLibrary({ tenant, role, folders }: EmptyLibraryProps) {
  const [open, setOpen] = useState<NewKind | null>(null);
  const datasources = useDatasources(tenant).data;
  if (!can(role, "dashboard:write")) {
    return <Notice title="No dashboards yet">An editor of this tenant can make the first one.</Notice>;
  }
  if (datasources?.length === 0 && can(role, "datasource:write")) {
    return (
      <Notice
        title="A datasource comes first"
        actions={
          <>
            <TextLink href={`/t/${tenant}/admin/datasources?new=1`}>Add a datasource</TextLink>
            <TextButton look="default" onClick={() => setOpen("import")}>
              Import dashboards
            </TextButton>
            <NewDialog kind={open} {...{ tenant, folders }} folderUid={null} onClose={() => setOpen(null)} />
          </>
        }
      >
        Dashboards show what a Prometheus server answers; this tenant knows none yet.
      </Notice>
    );
  }
  return (
    <Notice
      title="No dashboards yet"
      actions={
        <>
          <TextButton onClick={() => setOpen("template")}>Choose a template</TextButton>
          <TextButton look="default" onClick={() => setOpen("import")}>
            Import dashboards
          </TextButton>
          <TextButton look="default" onClick={() => setOpen("blank")}>
            Blank dashboard
          </TextButton>
          <NewDialog kind={open} {...{ tenant, folders }} folderUid={null} onClose={() => setOpen(null)} />
        </>
      }
    >
      {datasources?.length === 0
        ? "They can be made now, and show data once an admin has added a datasource."
        : "Start from one that comes with the console, bring those of a Grafana along, or begin with a blank page."}
    </Notice>
  );
}
