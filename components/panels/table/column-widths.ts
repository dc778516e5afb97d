import type { TableColumn } from "@/lib/shared/panels/table/prepare";

/** Grafana's table makes no column narrower, whatever its width says. */
const leastFixed = 50;

/** Fixed widths stay; the others share what is left, as wide as they wish where that fits, none below its least width. */
export function columnWidths(
  wanted: Pick<TableColumn, "width" | "minWidth" | "wishedWidth">[],
  available: number,
): number[] {
  const whole = wanted.reduce((sum, { width, wishedWidth }) => sum + (width ?? wishedWidth), 0);
  const columns = wanted.map(({ width, minWidth, wishedWidth }) => ({
    minWidth: whole > available ? minWidth : wishedWidth,
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
