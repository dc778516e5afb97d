import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { loadAllPages } from "./load-all-pages";

async function firstPage(failing: number | null) {
  const observer = new InfiniteQueryObserver(
    new QueryClient({ defaultOptions: { queries: { retry: false } } }),
    {
      queryKey: ["pages"],
      initialPageParam: 0,
      queryFn: ({ pageParam }) =>
        pageParam === failing
          ? Promise.reject(new Error("away"))
          : Promise.resolve({ items: [pageParam], at: pageParam }),
      getNextPageParam: ({ at }: { items: number[]; at: number }) => (at < 4 ? at + 1 : null),
    },
  );
  return observer.fetchNextPage();
}

it("loads up to the last page", async () => {
  expect(await loadAllPages(await firstPage(null))).toEqual([0, 1, 2, 3, 4]);
});

it("keeps what came before a page that fails", async () => {
  expect(await loadAllPages(await firstPage(3))).toEqual([0, 1, 2]);
});
