import type { TableColumn } from "@/lib/shared/panels/table/prepare";

/** Grafana's table makes no column narrower, whatever its width says. */
const leastFixed = 50;

/** Fixed widths stay; the others share what is left, none below its least width. */
export function columnWidths(wanted: Pick<TableColumn, "width" | "minWidth">[], available: number): number[] {
  const columns = wanted.map(({ width, minWidth }) => ({
    minWidth,
    width: width === null ? null : Math.max(leastFixed, width),
  }));
  const taken = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  let open = columns.filter((column) => column.width === null);
  let left = available - taken;
  const least = new Set<(typeof columns)[number]>();
  for (;;) {
    const share = left / Math.max(1, open.length);
    const tight = open.filter((column) => column.minWidth > share);
    if (tight.length === 0)
      return columns.map((column) =>
        Math.floor(column.width ?? (least.has(column) ? column.minWidth : share)),
      );
    for (const column of tight) {
      least.add(column);
      left -= column.minWidth;
    }
    open = open.filter((column) => !least.has(column));
  }
}
