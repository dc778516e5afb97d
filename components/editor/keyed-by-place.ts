/** Items that have nothing of their own to be told apart by: their place does, until their number changes. */
export function keyedByPlace<Item>(items: readonly Item[]): { key: string; item: Item; index: number }[] {
  return items.map((item, index) => ({ key: `${index} of ${items.length}`, item, index }));
}
