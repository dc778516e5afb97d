"use client";

import { Button } from "@mantine/core";
import { IconFolderSymlink, IconReplace, IconStar, IconTag, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { ArchiveMenu } from "@/components/dashboards/export/archive-menu";
import { LinkButton } from "@/components/ui/link-button";
import { writeBulkUrl } from "@/lib/client/dashboards/write-bulk-url";
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
  /** Chooses those too that are not loaded yet; null when all are. */
  onAll: (() => Promise<void>) | null;
  onClear: () => void;
}

/** What can be done with all that is chosen. Changing takes the right to change each of them. */
export function SelectionBar({ tenant, role, chosen, onDialog, onAll, onClear }: SelectionBarProps) {
  const { star, trash } = useLibraryActions(tenant);
  const starred = chosen.every((item) => item.starred);
  const closed = chosen.filter((item) => !hasRole(role, item.editedFrom)).length;
  return (
    <div className={classes.floating} role="toolbar" aria-label="Selected dashboards">
      <span>{chosen.length} selected</span>
      {onAll ? <AllButton onAll={onAll} /> : null}
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
            href={`/t/${tenant}/dashboards/bulk-edit${writeBulkUrl({ dashboards: chosen.map(({ uid }) => uid), change: null })}`}
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

function AllButton({ onAll }: { onAll: () => Promise<void> }) {
  const [loading, setLoading] = useState(false);
  return (
    <Button
      variant="subtle"
      loading={loading}
      onClick={() => {
        setLoading(true);
        void onAll().finally(() => setLoading(false));
      }}
    >
      Select all that fit
    </Button>
  );
}
