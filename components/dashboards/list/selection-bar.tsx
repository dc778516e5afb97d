"use client";

import { Button } from "@mantine/core";
import { IconFolderSymlink, IconReplace, IconStar, IconTag, IconTrash } from "@tabler/icons-react";
import { ArchiveMenu } from "@/components/dashboards/export/archive-menu";
import { LinkButton } from "@/components/ui/link-button";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import { can } from "@/lib/shared/tenants/permissions";
import { hasRole, type Role } from "@/lib/shared/tenants/roles";
import classes from "./dashboard-list.module.css";
import type { ListDialog } from "./list-dialogs";
import { useLibraryActions } from "./use-library-actions";

interface SelectionBarProps {
  tenant: string;
  role: Role;
  chosen: readonly DashboardSummary[];
  onDialog: (dialog: ListDialog) => void;
  onClear: () => void;
}

/** What can be done with all that is chosen. Changing takes the right to change each of them. */
export function SelectionBar({ tenant, role, chosen, onDialog, onClear }: SelectionBarProps) {
  const { star, trash } = useLibraryActions(tenant);
  const starred = chosen.every((item) => item.starred);
  const closed = chosen.filter((item) => !hasRole(role, item.editedFrom)).length;
  return (
    <div className={classes.selection} role="toolbar" aria-label="Selected dashboards">
      <span>{chosen.length} selected</span>
      {can(role, "dashboard:write") && closed === 0 ? (
        <>
          <Button
            variant="default"
            leftSection={<IconFolderSymlink size={15} aria-hidden />}
            onClick={() => onDialog({ kind: "move", items: chosen })}
          >
            Move
          </Button>
          <Button
            variant="default"
            leftSection={<IconTag size={15} aria-hidden />}
            onClick={() => onDialog({ kind: "tag", items: chosen })}
          >
            Tags
          </Button>
          <LinkButton
            variant="default"
            leftSection={<IconReplace size={15} aria-hidden />}
            href={`/t/${tenant}/dashboards/bulk-edit?dashboards=${chosen.map(({ uid }) => uid).join(",")}`}
          >
            Edit in bulk
          </LinkButton>
        </>
      ) : null}
      <Button
        variant="default"
        leftSection={<IconStar size={15} aria-hidden />}
        onClick={() => void star(chosen, !starred)}
      >
        {starred ? "Take the stars off" : "Star"}
      </Button>
      <ArchiveMenu label="Export" tenant={tenant} choice={{ uids: chosen.map(({ uid }) => uid) }} />
      {can(role, "dashboard:delete") && closed === 0 ? (
        <Button
          variant="default"
          c="var(--ps-error)"
          leftSection={<IconTrash size={15} aria-hidden />}
          onClick={() => {
            void trash(chosen);
            onClear();
          }}
        >
          Delete {chosen.length}
        </Button>
      ) : null}
      {closed > 0 && can(role, "dashboard:write") ? (
        <span>{closed} of them lie in folders that your role does not change.</span>
      ) : null}
      <Button variant="subtle" color="gray" onClick={onClear}>
        Clear selection
      </Button>
    </div>
  );
}
