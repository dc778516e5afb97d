/** The list with one item a place further up or down; the same list at its ends. */
export function withMoved<Item>(list: Item[], index: number, by: -1 | 1): Item[] {
  const target = index + by;
  const moved = list[index];
  if (moved === undefined || target < 0 || target >= list.length) return list;
  return list.toSpliced(index, 1).toSpliced(target, 0, moved);
}
