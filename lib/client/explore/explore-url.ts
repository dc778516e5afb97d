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

export function readExploreUrl(search: URLSearchParams): ExploreUrl {
  const exprs = search.getAll("expr").slice(0, mostQueries);
  return {
    datasource: search.get("ds"),
    exprs: exprs.length > 0 ? exprs : [""],
    hidden: [...(search.get("hide") ?? "")].map(queryPlace).filter((at) => at >= 0 && at < 26),
    view: exploreViews.find((view) => view === search.get("view")) ?? "graph",
    cardinality: cardinalityViews.find((view) => view === search.get("by")) ?? "metric",
    label: search.get("label") ?? "",
  };
}

/** The search text after the change; time range and the like stay. */
export function changeExploreUrl(search: URLSearchParams, change: Partial<ExploreUrl>): string {
  const next = new URLSearchParams(search);
  if (change.exprs) {
    next.delete("expr");
    for (const expr of change.exprs) if (expr !== "" || change.exprs.length > 1) next.append("expr", expr);
  }
  if (change.hidden) set(next, "hide", change.hidden.map((at) => queryLetter(at)).join(""));
  if (change.datasource !== undefined) set(next, "ds", change.datasource ?? "");
  if (change.view) set(next, "view", change.view === "graph" ? "" : change.view);
  if (change.cardinality) set(next, "by", change.cardinality === "metric" ? "" : change.cardinality);
  if (change.label !== undefined) set(next, "label", change.label);
  return next.size > 0 ? `?${next}` : "";
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
