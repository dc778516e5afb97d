import { addressParts } from "@/lib/client/address-parts";

export const exploreViews = ["graph", "table", "explain", "cardinality"] as const;
export type ExploreView = (typeof exploreViews)[number];

export const cardinalityViews = ["metric", "label", "value"] as const;
export type CardinalityView = (typeof cardinalityViews)[number];

/** What the address of the Explore page says besides the time range. */
export interface ExploreUrl {
  datasource: string | null;
  /** At least one, the first may be empty. */
  exprs: string[];
  /** Places of the queries that are not asked. */
  hidden: number[];
  view: ExploreView;
  cardinality: CardinalityView;
  /** The label whose values are counted. */
  label: string;
}

export const mostQueries = 26;

/**
 * Longer queries stand behind the `#`, which browsers keep to themselves: servers and proxies take addresses of 8 or 16 kB,
 * and Next repeats them in headers.
 */
const mostQueryLength = 2_000;

/** @param address its search text and what stands behind the `#`. */
export function readExploreUrl(address: string): ExploreUrl {
  const { search, behind } = addressParts(address);
  const exprs = (behind.has("expr") ? behind : search).getAll("expr").slice(0, mostQueries);
  return {
    datasource: search.get("ds"),
    exprs: exprs.length > 0 ? exprs : [""],
    hidden: [...(search.get("hide") ?? "")].map(queryPlace).filter((at) => at >= 0 && at < mostQueries),
    view: exploreViews.find((view) => view === search.get("view")) ?? "graph",
    cardinality: cardinalityViews.find((view) => view === search.get("by")) ?? "metric",
    label: search.get("label") ?? "",
  };
}

/** The address after the change; time range and the like stay. */
export function changeExploreUrl(address: string, change: Partial<ExploreUrl>): string {
  const { search, behind } = addressParts(address);
  if (change.exprs) putQueries(search, behind, change.exprs);
  if (change.hidden) set(search, "hide", change.hidden.map((at) => queryLetter(at)).join(""));
  if (change.datasource !== undefined) set(search, "ds", change.datasource ?? "");
  if (change.view) set(search, "view", change.view === "graph" ? "" : change.view);
  if (change.cardinality) set(search, "by", change.cardinality === "metric" ? "" : change.cardinality);
  if (change.label !== undefined) set(search, "label", change.label);
  return `${search.size > 0 ? `?${search}` : ""}${behind.size > 0 ? `#${behind}` : ""}`;
}

function putQueries(search: URLSearchParams, behind: URLSearchParams, exprs: readonly string[]): void {
  search.delete("expr");
  behind.delete("expr");
  const asked = exprs.filter((expr) => expr !== "" || exprs.length > 1).map((expr) => ["expr", expr]);
  const place = String(new URLSearchParams(asked)).length > mostQueryLength ? behind : search;
  for (const [name = "", expr = ""] of asked) place.append(name, expr);
}

export function queryLetter(place: number): string {
  return String.fromCharCode(65 + place);
}

export function queryPlace(letter: string): number {
  return letter.charCodeAt(0) - 65;
}

function set(search: URLSearchParams, key: string, value: string): void {
  if (value === "") search.delete(key);
  else search.set(key, value);
}
