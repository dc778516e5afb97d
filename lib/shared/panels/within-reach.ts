/** Beyond this, differences and sums of values overflow, and no axis can be made of them. */
const farthest = 1e300;

/** The value, or the farthest that can still be placed on an axis. NaN stays NaN. */
export function withinReach(value: number): number {
  return Math.min(farthest, Math.max(-farthest, value));
}
