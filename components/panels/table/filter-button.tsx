"use client";

import { IconFilter, IconFilterFilled } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useLateOverlay } from "@/components/ui/use-late-overlay";
import { type AppliedFilter, applyFilter, noFilter } from "@/lib/shared/panels/table/column-filter";
import type { TableColumn } from "@/lib/shared/panels/table/prepare";
import classes from "./table.module.css";

const load = () => import("./column-filter");
const ColumnFilter = dynamic(() => load().then((module) => module.ColumnFilter), { ssr: false });

interface FilterButtonProps {
  column: TableColumn;
  applied: AppliedFilter | null;
  onChange: (filter: AppliedFilter | null) => void;
}

export function FilterButton({ column, applied, onChange }: FilterButtonProps) {
  const overlay = useLateOverlay(load);
  const [filter, setFilter] = useState(applied?.filter ?? noFilter);
  return (
    <>
      <button
        type="button"
        className={classes.filter}
        aria-label={`Filter ${column.name}`}
        aria-haspopup="dialog"
        data-on={applied !== null || undefined}
        {...overlay.button}
      >
        {applied ? <IconFilterFilled size={13} /> : <IconFilter size={13} />}
      </button>
      {overlay.anchor ? (
        <ColumnFilter
          column={column}
          filter={filter}
          onChange={(next) => {
            setFilter(next);
            onChange(applyFilter(next));
          }}
          overlay={overlay}
          anchor={overlay.anchor}
        />
      ) : null}
    </>
  );
}
