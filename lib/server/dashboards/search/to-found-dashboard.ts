import { z } from "zod";
import type { FoundDashboard, SearchMatch } from "@/lib/shared/dashboards/library";
import { findMatches } from "@/lib/shared/dashboards/search/find-matches";
import type { SearchQuery } from "@/lib/shared/dashboards/search/read-search-query";
import type { ListRow } from "./list-sql";

const Panels = z.array(z.object({ id: z.number().nullable(), title: z.string() }));
const Metrics = z.array(z.string());

export function toFoundDashboard(row: ListRow, search: SearchQuery | null): FoundDashboard {
  const { title, tags } = row;
  return {
    uid: row.uid,
    title,
    tags,
    folderUid: row.folder_uid,
    folderTitle: row.folder_title,
    starred: row.starred,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by_name,
    updatedAt: row.updated_at.toISOString(),
    updatedBy: row.updated_by_name,
    seenFrom: row.seen_from,
    editedFrom: row.edited_from,
    ...(search ? { matches: matchesOf(row, search) } : {}),
  };
}

function matchesOf({ title, tags, panels, metrics, in_title }: ListRow, search: SearchQuery): SearchMatch[] {
  if (in_title) return [];
  return findMatches(search, {
    title,
    tags,
    panels: Panels.parse(JSON.parse(panels ?? "[]")),
    metrics: Metrics.parse(JSON.parse(metrics ?? "[]")),
  });
}
