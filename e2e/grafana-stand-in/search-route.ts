import { canView } from "./access.ts";
import { ok, refuse } from "./answers.ts";
import { urlOf } from "./dashboard-routes.ts";
import type { Store } from "./store.ts";
import type { Answer, Call, Entry, JsonObject } from "./types.ts";

/** Pages are cut by title in byte order; what is on a page is then put in order without regard to case. */
export function search(store: Store, call: Call): Answer {
  const { caller, query } = call;
  const limit = Number(query.get("limit") ?? 0) || 1000;
  if (limit > 5000) {
    return refuse(
      422,
      "Limit is above maximum allowed (5000), use page parameter to access hits beyond limit",
    );
  }
  const from = (Math.max(1, Number(query.get("page") ?? 1)) - 1) * limit;
  const hits = [...caller.org.entries.values()]
    .filter((entry) => matches(entry, query) && canView(caller, entry))
    .sort((a, b) => (a.title < b.title ? -1 : 1))
    .slice(from, from + limit)
    .sort(inOrder);
  return ok(hits.map((entry) => hitOf(store, call, entry)));
}

function matches(entry: Entry, query: URLSearchParams): boolean {
  const text = (query.get("query") ?? "").toLowerCase();
  const type = query.get("type");
  const folderIds = query.getAll("folderIds").map(Number);
  return (
    entry.title.toLowerCase().includes(text) &&
    query.getAll("tag").every((tag) => tagsOf(entry).includes(tag)) &&
    (!type || type === (entry.isFolder ? "dash-folder" : "dash-db")) &&
    (folderIds.length === 0 || folderIds.includes(entry.folderId))
  );
}

function tagsOf(entry: Entry): string[] {
  const { tags } = entry.data;
  return Array.isArray(tags) ? tags.map(String).sort() : [];
}

function inOrder(a: Entry, b: Entry): number {
  if (a.isFolder !== b.isFolder) return a.isFolder ? -1 : 1;
  return a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1;
}

function hitOf(store: Store, call: Call, entry: Entry): JsonObject {
  const folder = call.caller.org.entries.get(entry.folderId);
  const place: JsonObject = folder
    ? {
        folderId: folder.id,
        folderUid: folder.uid,
        folderTitle: folder.title,
        folderUrl: urlOf(store, folder),
      }
    : {};
  return {
    id: entry.id,
    uid: entry.uid,
    title: entry.title,
    uri: `db/${entry.slug}`,
    url: urlOf(store, entry),
    slug: "",
    type: entry.isFolder ? "dash-folder" : "dash-db",
    tags: tagsOf(entry),
    isStarred: false,
    ...place,
    sortMeta: 0,
  };
}
