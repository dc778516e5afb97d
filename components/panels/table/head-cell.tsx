import { IconArrowDown, IconArrowUp, IconFilter, IconFilterFilled } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useLateOverlay } from "@/components/ui/use-late-overlay";
import type { TableColumn, TableSort } from "@/lib/shared/panels/table/prepare";
import classes from "./table.module.css";

const load = () => import("./column-filter");
const ColumnFilter = dynamic(() => load().then((module) => module.ColumnFilter), { ssr: false });

interface HeadCellProps {
  column: TableColumn;
  sort: TableSort | null;
  onSort: (sort: TableSort | null) => void;
  filter: string;
  onFilter: (text: string) => void;
}

/** A column's name: a press sorts up, another down, a third not at all. */
export function HeadCell({ column, sort, onSort, filter, onFilter }: HeadCellProps) {
  const direction = sort?.column === column.key ? (sort.descending ? "descending" : "ascending") : "none";
  const press = () => {
    if (direction === "none") onSort({ column: column.key, descending: false });
    else onSort(direction === "ascending" ? { column: column.key, descending: true } : null);
  };
  const Arrow = direction === "descending" ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" aria-sort={direction} data-align={column.align}>
      <div className={classes.headCell}>
        <button type="button" className={classes.sort} onClick={press} title={column.name}>
          <span>{column.name}</span>
          {direction === "none" ? null : <Arrow size={13} aria-hidden />}
        </button>
        {column.filterable ? <FilterButton name={column.name} value={filter} onChange={onFilter} /> : null}
      </div>
    </th>
  );
}

interface FilterButtonProps {
  name: string;
  value: string;
  onChange: (text: string) => void;
}

function FilterButton({ name, value, onChange }: FilterButtonProps) {
  const overlay = useLateOverlay(load);
  return (
    <>
      <button
        type="button"
        className={classes.filter}
        aria-label={`Filter ${name}`}
        aria-haspopup="dialog"
        data-on={value !== "" || undefined}
        {...overlay.button}
      >
        {value === "" ? <IconFilter size={13} /> : <IconFilterFilled size={13} />}
      </button>
      {overlay.anchor ? (
        <ColumnFilter
          name={name}
          value={value}
          onChange={onChange}
          overlay={overlay}
          anchor={overlay.anchor}
        />
      ) : null}
    </>
  );
}
