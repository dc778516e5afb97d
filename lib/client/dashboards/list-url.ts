export const sortOrders = ["title", "updated"] as const;
export type SortOrder = (typeof sortOrders)[number];

/** What the address of the list says. */
export interface ListUrl {
  query: string;
  tags: string[];
  /** null is all folders, empty the top level. */
  folder: string | null;
  starred: boolean;
  sort: SortOrder;
}

export function readListUrl(search: URLSearchParams): ListUrl {
  const sort = sortOrders.find((order) => order === search.get("sort")) ?? "title";
  return {
    query: search.get("query") ?? "",
    tags: search.getAll("tag"),
    folder: search.get("folder"),
    starred: search.get("starred") === "true",
    sort,
  };
}

export function writeListUrl({ query, tags, folder, starred, sort }: ListUrl): string {
  const search = new URLSearchParams();
  if (query !== "") search.set("query", query);
  for (const tag of tags) search.append("tag", tag);
  if (folder !== null) search.set("folder", folder);
  if (starred) search.set("starred", "true");
  if (sort !== "title") search.set("sort", sort);
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
