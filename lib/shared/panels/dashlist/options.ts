import { flag, group, integer, type Read, text, texts } from "@/lib/shared/panels/option-schemas";

/** `options` of Grafana's list of dashboards. */
export const DashlistOptions = group({
  showStarred: flag(true),
  showSearch: flag(),
  showHeadings: flag(true),
  maxItems: integer(1, 200, 10),
  query: text(),
  tags: texts,
  folderUID: text(),
  includeVars: flag(),
  keepTime: flag(),
});
export type DashlistOptions = Read<typeof DashlistOptions>;
