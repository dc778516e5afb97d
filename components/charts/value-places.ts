import type uPlot from "uplot";

/** Where values stand on charts whose vertical scale counts rows; null for a value that has no row. */
export const valuePlaces = new WeakMap<uPlot, (value: number) => number | null>();
