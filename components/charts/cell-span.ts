/**
 * Where a cell of a heat map begins and how far it goes: whole pixels, so that it is not paler than its colour, and at least
 * one, however many cells there are.
 */
export function cellSpan(begin: number, size: number, gap: number): [begin: number, size: number] {
  return [Math.round(begin), Math.max(1, Math.round(size - gap))];
}
