import { type SortOrder, sortOrders } from "@/lib/shared/dashboards/sort-orders";

/** What the address of the list says. */
export interface ListUrl {
  query: string;
  tags: string[];
  /** null is all folders, empty the top level. */
  folder: string | null;
  starred: boolean;
  /** Those that the person has opened, the last one first. */
  seen: boolean;
  trash: boolean;
  /** null is the order that fits what is asked for. */
  sort: SortOrder | null;
}

export const wholeList: ListUrl = {
  query: "",
  tags: [],
  folder: null,
  starred: false,
  seen: false,
  trash: false,
  sort: null,
};

export function readListUrl(search: URLSearchParams): ListUrl {
  return {
    query: search.get("query") ?? "",
    tags: search.getAll("tag"),
    folder: search.get("folder"),
    starred: search.get("starred") === "true",
    seen: search.get("seen") === "true",
    trash: search.get("trash") === "true",
    sort: sortOrders.find((order) => order === search.get("sort")) ?? null,
  };
}

export function writeListUrl({ query, tags, folder, starred, seen, trash, sort }: ListUrl): string {
  const search = new URLSearchParams();
  if (query !== "") search.set("query", query);
  for (const tag of tags) search.append("tag", tag);
  if (folder !== null) search.set("folder", folder);
  if (starred) search.set("starred", "true");
  if (seen) search.set("seen", "true");
  if (trash) search.set("trash", "true");
  if (sort !== null) search.set("sort", sort);
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

/** The order that the list stands in. */
export function orderOf({ sort, query, seen }: ListUrl): SortOrder {
  return sort ?? (query.trim() !== "" ? "relevance" : seen ? "seen" : "title");
}

/** Whether folders are searched through with all that lies below; else a folder shows what lies in it. */
export function isSearching({ query, tags }: ListUrl): boolean {
  return query.trim() !== "" || tags.length > 0;
}
