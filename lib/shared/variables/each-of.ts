/** Works on each of the items; whoever cannot wait for foreign regular expressions brings another way than at once. */
export type EachOf = <Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
) => Promise<Result[]>;

const mostMs = 2_000;

/** As long as a page may stand still. */
export const atOnce: EachOf = async (items, work) => {
  const endMs = Date.now() + mostMs;
  return items.map((item) => {
    if (Date.now() > endMs) throw new Error(tooLong);
    return work(item);
  });
};

export const tooLong = "A regex of this variable takes too long. Simplify it.";
