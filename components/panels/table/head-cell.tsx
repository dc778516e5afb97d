import { IconArrowDown, IconArrowUp, IconFilter, IconFilterFilled } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import type { PointerEvent } from "react";
import { useLateOverlay } from "@/components/ui/use-late-overlay";
import { type ColumnFilter as ColumnFilterState, isFiltering } from "@/lib/shared/panels/table/column-filter";
import type { TableColumn, TableSort } from "@/lib/shared/panels/table/prepare";
import classes from "./table.module.css";

const load = () => import("./column-filter");
const ColumnFilter = dynamic(() => load().then((module) => module.ColumnFilter), { ssr: false });

interface HeadCellProps {
  column: TableColumn;
  sort: TableSort | null;
  onSort: (sort: TableSort | null) => void;
  filter: ColumnFilterState;
  /** All texts of the column, each once. */
  texts: () => string[];
  onFilter: (filter: ColumnFilterState) => void;
  /** The column is drawn wider or narrower. */
  onWidth: (px: number) => void;
}

/** A column's name: a press sorts up, another down, a third not at all. */
export function HeadCell({ column, sort, onSort, filter, texts, onFilter, onWidth }: HeadCellProps) {
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
        {column.filterable ? (
          <FilterButton name={column.name} filter={filter} texts={texts} onChange={onFilter} />
        ) : null}
      </div>
      <WidthHandle onWidth={onWidth} />
    </th>
  );
}

/** The right edge of a column, to be drawn. */
function WidthHandle({ onWidth }: Pick<HeadCellProps, "onWidth">) {
  const press = (event: PointerEvent<HTMLSpanElement>) => {
    const handle = event.currentTarget;
    const left = handle.closest("th")?.getBoundingClientRect().left ?? 0;
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = ({ clientX }) => onWidth(Math.max(leastColumnPx, Math.round(clientX - left)));
    handle.onpointerup = () => {
      handle.onpointermove = null;
    };
  };
  return <span className={classes.handle} aria-hidden onPointerDown={press} />;
}

const leastColumnPx = 40;

interface FilterButtonProps {
  name: string;
  filter: ColumnFilterState;
  texts: () => string[];
  onChange: (filter: ColumnFilterState) => void;
}

function FilterButton({ name, filter, texts, onChange }: FilterButtonProps) {
  const overlay = useLateOverlay(load);
  const on = isFiltering(filter);
  return (
    <>
      <button
        type="button"
        className={classes.filter}
        aria-label={`Filter ${name}`}
        aria-haspopup="dialog"
        data-on={on || undefined}
        {...overlay.button}
      >
        {on ? <IconFilterFilled size={13} /> : <IconFilter size={13} />}
      </button>
      {overlay.anchor ? (
        <ColumnFilter
          name={name}
          filter={filter}
          texts={texts}
          onChange={onChange}
          overlay={overlay}
          anchor={overlay.anchor}
        />
      ) : null}
    </>
  );
}
