/** How a list of dashboards may be ordered. */
export const sortOrders = ["title", "-title", "updated", "-updated", "relevance", "seen"] as const;
export type SortOrder = (typeof sortOrders)[number];
