import type { TableColumn } from "@/lib/shared/panels/table/prepare";

type Wanted = Pick<TableColumn, "width" | "minWidth" | "wishedWidth">;

interface Sized {
  width: number | null;
  least: number;
}

/** Grafana's table makes no column narrower, whatever its width says. */
const leastFixed = 50;

/** Fixed widths stay; the others share what is left, as wide as they wish where that fits, none below its least width. */
export function columnWidths(wanted: Wanted[], available: number): number[] {
  const fixed = wanted.map(({ width }) => (width === null ? null : Math.max(leastFixed, width)));
  const sized = (least: (column: Wanted) => number) =>
    wanted.map((column, i): Sized => ({ width: fixed[i] ?? null, least: least(column) }));
  const wishes = sized(({ wishedWidth }) => wishedWidth);
  const whole = wishes.reduce((sum, { width, least }) => sum + (width ?? least), 0);
  return shared(whole > available ? sized(({ minWidth }) => minWidth) : wishes, available);
}

function shared(columns: Sized[], available: number): number[] {
  const taken = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  let open = columns.filter((column) => column.width === null);
  let left = available - taken;
  const tightest = new Set<Sized>();
  for (;;) {
    const share = left / Math.max(1, open.length);
    const tight = open.filter(({ least }) => least > share);
    if (tight.length === 0)
      return columns.map((column) =>
        Math.floor(column.width ?? (tightest.has(column) ? column.least : share)),
      );
    for (const column of tight) {
      tightest.add(column);
      left -= column.least;
    }
    open = open.filter((column) => !tightest.has(column));
  }
}
