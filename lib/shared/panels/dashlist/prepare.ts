import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PrepareContext } from "@/lib/shared/panels/panel-data";
import { DashlistOptions } from "./options";

export interface DashlistModel {
  starred: boolean;
  /** Null: dashboards are not searched for. */
  search: { query: string; tags: string[]; folder: string | null } | null;
  headings: boolean;
  maxItems: number;
  /** What the links carry along: the time range and the variables of this page. */
  parameters: string;
}

/** Decides which dashboards a list names and what its links carry along. */
export function prepareDashlist(
  panel: ReadPanel,
  { interpolate }: Pick<PrepareContext, "interpolate">,
): DashlistModel {
  const options = DashlistOptions.parse(panel.options);
  const parts = [
    options.keepTime ? "${__url_time_range}" : "",
    options.includeVars ? "${__all_variables}" : "",
  ];
  const { query, tags, folderUID } = options;
  return {
    starred: options.showStarred,
    search: options.showSearch ? { query: interpolate(query), tags, folder: folderUID || null } : null,
    headings: options.showHeadings,
    maxItems: options.maxItems,
    parameters: parts
      .filter(Boolean)
      .map((part) => interpolate(part))
      .filter(Boolean)
      .join("&"),
  };
}
