import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import type { PointerEvent } from "react";
import type { AppliedFilter } from "@/lib/shared/panels/table/column-filter";
import type { TableColumn, TableSort } from "@/lib/shared/panels/table/prepare";
import classes from "./table.module.css";

const FilterButton = dynamic(() => import("./filter-button").then((module) => module.FilterButton), {
  ssr: false,
});

interface HeadCellProps {
  column: TableColumn;
  sort: TableSort | null;
  onSort: (sort: TableSort | null) => void;
  filter: AppliedFilter | null;
  onFilter: (filter: AppliedFilter | null) => void;
  /** The column is drawn wider or narrower. */
  onWidth: (px: number) => void;
}

/** A column's name: a press sorts up, another down, a third not at all. */
export function HeadCell({ column, sort, onSort, filter, onFilter, onWidth }: HeadCellProps) {
  const direction = sort?.column === column.key ? (sort.descending ? "descending" : "ascending") : "none";
  const press = () => {
    if (direction === "none") onSort({ column: column.key, descending: false });
    else onSort(direction === "ascending" ? { column: column.key, descending: true } : null);
  };
  const Arrow = direction === "descending" ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      aria-sort={direction}
      data-align={column.align}
      data-wrap={column.wrapHeader || undefined}
    >
      <div className={classes.headCell}>
        <button type="button" className={classes.sort} onClick={press} title={column.name}>
          <span>{column.name}</span>
          {direction === "none" ? null : <Arrow size={13} aria-hidden />}
        </button>
        {column.filterable ? <FilterButton column={column} applied={filter} onChange={onFilter} /> : null}
      </div>
      <WidthHandle onWidth={onWidth} />
    </th>
  );
}

/** The right edge of a column, to be drawn; the code for that comes when it is pressed. */
function WidthHandle({ onWidth }: Pick<HeadCellProps, "onWidth">) {
  const press = ({ currentTarget, pointerId }: PointerEvent<HTMLSpanElement>) =>
    void import("./draw-width").then(({ drawWidth }) => drawWidth(currentTarget, pointerId, onWidth));
  return <span className={classes.handle} aria-hidden onPointerDown={press} />;
}
