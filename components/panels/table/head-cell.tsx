import { Popover, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconFilter, IconFilterFilled } from "@tabler/icons-react";
import type { TableColumn, TableSort } from "@/lib/shared/panels/table/prepare";
import classes from "./table.module.css";

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
        {column.filterable ? (
          <Popover trapFocus withArrow>
            <Popover.Target>
              <button
                type="button"
                className={classes.filter}
                aria-label={`Filter ${column.name}`}
                data-on={filter !== "" || undefined}
              >
                {filter === "" ? <IconFilter size={13} /> : <IconFilterFilled size={13} />}
              </button>
            </Popover.Target>
            <Popover.Dropdown>
              <TextInput
                label={`${column.name} contains`}
                value={filter}
                onChange={(event) => onFilter(event.currentTarget.value)}
                data-autofocus
              />
            </Popover.Dropdown>
          </Popover>
        ) : null}
      </div>
    </th>
  );
}
