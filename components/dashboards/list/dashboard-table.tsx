"use client";

import { VisuallyHidden } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type ReactNode, type RefObject, useEffect } from "react";
import { CheckBox } from "@/components/ui/check-box";
import { SpacerRow } from "@/components/ui/spacer-row";
import table from "@/components/ui/table.module.css";
import { useVisibleRows } from "@/components/ui/use-visible-rows";
import type { Selection } from "@/lib/client/dashboards/use-selection";
import type { FoundDashboard } from "@/lib/shared/dashboards/library";
import type { SortOrder } from "@/lib/shared/dashboards/sort-orders";
import type { Role } from "@/lib/shared/tenants/roles";
import classes from "./dashboard-list.module.css";
import { DashboardRow } from "./dashboard-row";
import type { ListDialog } from "./list-dialogs";

interface DashboardTableProps {
  tenant: string;
  role: Role;
  items: readonly FoundDashboard[];
  selection: Selection<FoundDashboard>;
  sort: SortOrder;
  body: RefObject<HTMLTableSectionElement | null>;
  /** The folders that lie in the open one. */
  folderRows: ReactNode;
  onSort: (sort: SortOrder) => void;
  onTag: (tag: string) => void;
  onDialog: (dialog: ListDialog) => void;
  /** The last row came near: more is wanted. */
  onEnd: () => void;
}

const columns = 6;

export function DashboardTable(props: DashboardTableProps) {
  const { tenant, role, items, selection, sort, body, folderRows, onSort, onTag, onDialog, onEnd } = props;
  const { shown, before, after, measure } = useVisibleRows(items, body);
  const lastShown = shown.at(-1)?.index ?? -1;
  const nearEnd = lastShown >= items.length - 20;
  useEffect(() => {
    if (nearEnd) onEnd();
  }, [nearEnd, onEnd]);
  const all = items.length > 0 && selection.chosen.length === items.length;
  return (
    <table className={table.table} aria-label="Dashboards" aria-rowcount={items.length + 1}>
      <thead>
        <tr>
          <th data-narrow>
            <CheckBox
              aria-label="Select all"
              checked={all}
              indeterminate={!all && selection.chosen.length > 0}
              onChange={() => (all ? selection.clear() : selection.choose(items))}
            />
          </th>
          <th data-narrow>
            <VisuallyHidden>Star</VisuallyHidden>
          </th>
          <SortHead label="Title" rising="title" falling="-title" sort={sort} onSort={onSort} />
          <th className={classes.wide}>Folder</th>
          <SortHead
            label="Updated"
            rising="-updated"
            falling="updated"
            first="updated"
            sort={sort}
            onSort={onSort}
          />
          <th data-narrow>
            <VisuallyHidden>Actions</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {folderRows}
        <SpacerRow height={before} columns={columns} />
        {shown.map(({ row, index }) => (
          <DashboardRow
            key={row.uid}
            tenant={tenant}
            role={role}
            item={row}
            index={index}
            measure={measure}
            chosen={selection.has(row.uid)}
            onChoose={(range) => selection.toggle(row.uid, range)}
            onTag={onTag}
            onDialog={onDialog}
          />
        ))}
        <SpacerRow height={after} columns={columns} />
      </tbody>
    </table>
  );
}

interface SortHeadProps {
  label: string;
  rising: SortOrder;
  falling: SortOrder;
  /** The order of the first click. */
  first?: SortOrder;
  sort: SortOrder;
  onSort: (sort: SortOrder) => void;
}

function SortHead({ label, rising, falling, first = rising, sort, onSort }: SortHeadProps) {
  const direction = sort === rising ? "ascending" : sort === falling ? "descending" : undefined;
  const next = direction === undefined ? first : sort === rising ? falling : rising;
  return (
    <th className={label === "Updated" ? classes.wide : undefined} aria-sort={direction}>
      <button type="button" className={table.sort} onClick={() => onSort(next)}>
        {label}
        {direction === "ascending" ? <IconArrowUp size={12} aria-hidden /> : null}
        {direction === "descending" ? <IconArrowDown size={12} aria-hidden /> : null}
      </button>
    </th>
  );
}
