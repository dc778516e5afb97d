/** A series behind a single value. */
export interface ValueLine {
  timesMs: number[];
  values: (number | null)[];
  /** Where the field sets them, the height of the line is measured between these. */
  min?: number | undefined;
  max?: number | undefined;
}
