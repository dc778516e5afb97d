const BETWEEN_PX = 6;
const LEAST_PX = 36;
const MOST_PX = 100;

/** Of many names below bars each `every`th is written, and has `room`; the widest needs `longest` pixels. */
export function tickStride(count: number, width: number, longest: number): { every: number; room: number } {
  const each = width / Math.max(1, count);
  if (each - BETWEEN_PX >= LEAST_PX) return { every: 1, room: each - BETWEEN_PX };
  const every = Math.max(1, Math.ceil((Math.min(longest, MOST_PX) + BETWEEN_PX) / Math.max(each, 0.01)));
  return { every, room: every * each - BETWEEN_PX };
}
