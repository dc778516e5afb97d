"use client";

import { Button, Checkbox } from "@mantine/core";
import { IconArrowDown } from "@tabler/icons-react";
import { useState } from "react";
import type { SortOrder } from "@/lib/client/dashboards/list-url";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import type { Folder } from "@/lib/shared/dashboards/folder";
import classes from "./dashboard-list.module.css";
import { DashboardRow } from "./dashboard-row";
import { SelectionBar } from "./selection-bar";

interface DashboardTableProps {
  tenant: string;
  items: readonly DashboardSummary[];
  folders: readonly Folder[];
  canEdit: boolean;
  sort: SortOrder;
  onSort: (sort: SortOrder) => void;
  onTag: (tag: string) => void;
}

export function DashboardTable({
  tenant,
  items,
  folders,
  canEdit,
  sort,
  onSort,
  onTag,
}: DashboardTableProps) {
  const [chosenUids, setChosen] = useState<ReadonlySet<string>>(new Set());
  const chosen = items.filter((item) => chosenUids.has(item.uid));
  const toggle = (uid: string) => setChosen((before) => before.symmetricDifference(new Set([uid])));
  const allChosen = chosen.length === items.length;
  return (
    <>
      {chosen.length > 0 ? (
        <SelectionBar tenant={tenant} chosen={chosen} folders={folders} onDone={() => setChosen(new Set())} />
      ) : null}
      <table className={classes.table}>
        <thead>
          <tr>
            {canEdit ? (
              <th className={classes.narrow}>
                <Checkbox
                  size="xs"
                  aria-label="Select all"
                  checked={allChosen}
                  indeterminate={!allChosen && chosen.length > 0}
                  onChange={() => setChosen(allChosen ? new Set() : new Set(items.map((item) => item.uid)))}
                />
              </th>
            ) : null}
            <th className={classes.narrow}>
              <span className="mantine-visually-hidden" />
            </th>
            <SortHead label="Title" order="title" sort={sort} onSort={onSort} />
            <th className={classes.wide}>Folder</th>
            <SortHead label="Updated" order="updated" sort={sort} onSort={onSort} wide />
            <th className={classes.narrow} aria-label="Actions" />
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <DashboardRow
              key={item.uid}
              tenant={tenant}
              item={item}
              folders={folders}
              canEdit={canEdit}
              chosen={chosenUids.has(item.uid)}
              onChoose={() => toggle(item.uid)}
              onTag={onTag}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface SortHeadProps {
  label: string;
  order: SortOrder;
  sort: SortOrder;
  wide?: boolean;
  onSort: (sort: SortOrder) => void;
}

function SortHead({ label, order, sort, wide, onSort }: SortHeadProps) {
  const current = sort === order;
  return (
    <th
      className={wide ? classes.wide : undefined}
      aria-sort={current ? (order === "updated" ? "descending" : "ascending") : undefined}
    >
      <Button
        variant="transparent"
        color="gray"
        size="compact-xs"
        px={0}
        rightSection={current ? <IconArrowDown size={12} aria-hidden /> : null}
        onClick={() => onSort(order)}
      >
        {label}
      </Button>
    </th>
  );
}
