import type { SearchMatch } from "@/lib/shared/dashboards/library";
import type { SearchEntry } from "./read-search-entry";
import type { SearchQuery } from "./read-search-query";

const mostMatches = 3;

interface Found extends Pick<SearchEntry, "panels" | "metrics"> {
  title: string;
  tags: readonly string[];
}

/** Why a dashboard was found: nothing when its title says it, else the tags, panels and metrics that do, else an expression. */
export function findMatches(
  { words, fragment }: SearchQuery,
  { title, tags, panels, metrics }: Found,
): SearchMatch[] {
  const sought = words.length > 0 ? words : fragment === null ? [] : [fragment.squeezed];
  const holdsAll = (text: string) => sought.every((word) => text.toLowerCase().includes(word));
  const holdsOne = (text: string) => sought.some((word) => text.toLowerCase().includes(word));
  if (holdsAll(title)) return [];
  const all: SearchMatch[] = [
    ...tags.map((tag): SearchMatch => ({ kind: "tag", text: tag })),
    ...panels.map(
      ({ id, title: text }): SearchMatch => ({
        kind: "panel",
        text,
        ...(id === null ? {} : { panelId: id }),
      }),
    ),
    ...metrics.map((metric): SearchMatch => ({ kind: "metric", text: metric })),
  ];
  const whole = all.filter(({ text }) => holdsAll(text));
  const found = whole.length > 0 ? whole : all.filter(({ text }) => holdsOne(text));
  return found.length > 0 ? found.slice(0, mostMatches) : [{ kind: "expression", text: "" }];
}
