/** What is needed of an answer of `useInfiniteQuery`. */
interface Pages<Item> {
  data: { pages: readonly { items: readonly Item[] }[] } | undefined;
  hasNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => Promise<Pages<Item>>;
}

/** Fetches all pages, the last included, or up to the one that fails; answers what is loaded then. */
export async function loadAllPages<Item>(pages: Pages<Item>): Promise<Item[]> {
  let loaded = pages;
  while (loaded.hasNextPage && !loaded.isFetchNextPageError) loaded = await loaded.fetchNextPage();
  return loaded.data?.pages.flatMap(({ items }) => items) ?? [];
}
