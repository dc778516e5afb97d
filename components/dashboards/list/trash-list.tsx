"use client";

import { Button, Checkbox } from "@mantine/core";
import { IconRestore, IconTrashX } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { ConfirmDialog } from "@/components/admin/confirm-dialog";
import { Ago } from "@/components/ui/ago";
import { Notice } from "@/components/ui/notice";
import { SpacerRow } from "@/components/ui/spacer-row";
import table from "@/components/ui/table.module.css";
import { useVisibleRows } from "@/components/ui/use-visible-rows";
import { purgeDashboards } from "@/lib/client/dashboards/library-requests";
import { useRefreshLibrary, useTrash } from "@/lib/client/dashboards/use-library";
import { type Selection, useSelection } from "@/lib/client/dashboards/use-selection";
import type { TrashedDashboard } from "@/lib/shared/dashboards/library";
import { trashDays } from "@/lib/shared/dashboards/library-limits";
import { hasRole, type Role } from "@/lib/shared/tenants/roles";
import classes from "./dashboard-list.module.css";
import { useLibraryActions } from "./use-library-actions";

/** What was deleted in the last thirty days, to be brought back. */
export function TrashList({ tenant, role }: { tenant: string; role: Role }) {
  const trash = useTrash(tenant);
  const items = trash.data ?? [];
  const selection = useSelection(items);
  const [purging, setPurging] = useState<readonly TrashedDashboard[]>([]);
  const { restore } = useLibraryActions(tenant);
  if (trash.isError) return <Notice title="The trash could not be listed">{trash.error.message}</Notice>;
  if (trash.isSuccess && items.length === 0) {
    return (
      <Notice title="The trash is empty">
        Deleted dashboards lie here for {trashDays} days, with all their versions, and can be brought back.
      </Notice>
    );
  }
  const closed = selection.chosen.some((item) => !hasRole(role, item.editedFrom));
  return (
    <>
      <div className={classes.selection} role="toolbar" aria-label="Selected dashboards">
        {selection.chosen.length === 0 ? (
          <span>Kept for {trashDays} days, with all versions.</span>
        ) : (
          <>
            <span>{selection.chosen.length} selected</span>
            <Button
              disabled={closed}
              leftSection={<IconRestore size={15} aria-hidden />}
              onClick={() => void restore(selection.chosen)}
            >
              Restore {selection.chosen.length}
            </Button>
            <Button
              variant="default"
              c="var(--ps-error)"
              disabled={closed}
              leftSection={<IconTrashX size={15} aria-hidden />}
              onClick={() => setPurging(selection.chosen)}
            >
              Delete for good
            </Button>
            <Button variant="subtle" color="gray" onClick={selection.clear}>
              Clear selection
            </Button>
          </>
        )}
      </div>
      <TrashTable
        items={items}
        selection={selection}
        onRestore={(item) => void restore([item])}
        role={role}
      />
      {purging.length > 0 ? (
        <PurgeDialog tenant={tenant} items={purging} onClose={() => setPurging([])} />
      ) : null}
    </>
  );
}

interface TrashTableProps {
  items: readonly TrashedDashboard[];
  selection: Selection<TrashedDashboard>;
  role: Role;
  onRestore: (item: TrashedDashboard) => void;
}

function TrashTable({ items, selection, role, onRestore }: TrashTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { shown, before, after, measure } = useVisibleRows(items, body);
  return (
    <table className={table.table} aria-label="Trash">
      <thead>
        <tr>
          <th data-narrow />
          <th>Title</th>
          <th className={classes.wide}>Folder</th>
          <th className={classes.wide}>Deleted</th>
          <th data-narrow />
        </tr>
      </thead>
      <tbody ref={body}>
        <SpacerRow height={before} columns={5} />
        {shown.map(({ row, index }) => (
          <tr
            key={row.uid}
            ref={measure}
            data-index={index}
            data-chosen={selection.has(row.uid) || undefined}
          >
            <td data-narrow>
              <Checkbox
                size="xs"
                aria-label={`Select ${row.title}`}
                checked={selection.has(row.uid)}
                onChange={() => selection.toggle(row.uid, false)}
              />
            </td>
            <td className={classes.main}>
              {row.title}
              <small className={classes.below}>
                <Ago at={row.deletedAt} /> by {row.deletedBy}
              </small>
            </td>
            <td className={`${classes.dim} ${classes.wide}`}>{row.folderTitle ?? "Top level"}</td>
            <td className={`${classes.dim} ${classes.wide}`}>
              <Ago at={row.deletedAt} /> by {row.deletedBy}
            </td>
            <td data-narrow>
              <Button
                size="compact-sm"
                variant="default"
                disabled={!hasRole(role, row.editedFrom)}
                aria-label={`Restore ${row.title}`}
                onClick={() => onRestore(row)}
              >
                Restore
              </Button>
            </td>
          </tr>
        ))}
        <SpacerRow height={after} columns={5} />
      </tbody>
    </table>
  );
}

function PurgeDialog({
  tenant,
  items,
  onClose,
}: {
  tenant: string;
  items: readonly TrashedDashboard[];
  onClose: () => void;
}) {
  const refresh = useRefreshLibrary(tenant);
  const what = items.length === 1 ? (items[0]?.title ?? "") : `${items.length} dashboards`;
  return (
    <ConfirmDialog
      title={`Delete ${what} for good`}
      action="Delete for good"
      run={async () => {
        await purgeDashboards(
          tenant,
          items.map(({ uid }) => uid),
        );
        await refresh();
      }}
      onClose={onClose}
    >
      All versions go with it, and nothing brings them back. What was published of it stays in Grafana.
    </ConfirmDialog>
  );
}
