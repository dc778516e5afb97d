import type { PlottedValue } from "./time-chart-model";

/**
 * Each series on top of those before it. At a time where another series has a value, a missing one counts as
 * nothing, so that what lies above does not break. With `percent`, the shares of each time's total (0 to 1).
 */
export function stackValues(
  series: readonly (readonly PlottedValue[])[],
  percent: boolean,
): PlottedValue[][] {
  const length = Math.max(0, ...series.map((values) => values.length));
  const present = new Array<boolean>(length).fill(false);
  const totals = new Array<number>(length).fill(0);
  for (const values of series) {
    values.forEach((value, index) => {
      if (value == null) return;
      present[index] = true;
      totals[index] = (totals[index] ?? 0) + Math.abs(value);
    });
  }
  const heights = new Array<number>(length).fill(0);
  return series.map((values) =>
    values.map((value, index) => {
      if (!present[index]) return value;
      const total = totals[index] ?? 0;
      const own = percent ? share(value ?? 0, total) : (value ?? 0);
      const height = (heights[index] ?? 0) + own;
      heights[index] = height;
      return height;
    }),
  );
}

function share(value: number, total: number): number {
  return total === 0 ? 0 : value / total;
}
