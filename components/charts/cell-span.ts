/** From this gap on, cells have sharp edges. */
const SHARP_GAP_PX = 4;

/**
 * Where a cell of a heat map begins and how far it goes, as Grafana has it: at least a pixel, however many cells there are, and
 * whole pixels only where gaps are wide. Rounding narrow cells would draw stripes that are in no data.
 */
export function cellSpan(begin: number, size: number, gap: number): [begin: number, size: number] {
  const whole = gap >= SHARP_GAP_PX ? Math.round : (px: number) => px;
  return [whole(begin), Math.max(1, whole(size - gap))];
}
