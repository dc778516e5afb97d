const overscan = 6;

interface RowWindowInput {
  count: number;
  rowHeight: number;
  /** Of the part that can be seen. */
  height: number;
  /** How many rows have been scrolled past. */
  passed: number;
}

/** Which rows are worth having in the page, all rows being of one height: from `first` up to before `end`. */
export function rowWindow({ count, rowHeight, height, passed }: RowWindowInput): {
  first: number;
  end: number;
} {
  const seen = Math.ceil(height / rowHeight);
  const top = Math.max(0, Math.min(passed, count - seen));
  return { first: Math.max(0, top - overscan), end: Math.min(count, top + seen + 1 + overscan) };
}
