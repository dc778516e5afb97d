/** The place of a value among rows one unit high, in the middle of its row; null where no row holds it. */
export function rowOfValue(bounds: readonly number[], value: number): number | null {
  for (let row = 0; row + 1 < bounds.length; row++) {
    const [a = Number.NaN, b = Number.NaN] = [bounds[row], bounds[row + 1]];
    if (value > Math.min(a, b) && value <= Math.max(a, b)) return row + 0.5;
  }
  return null;
}
