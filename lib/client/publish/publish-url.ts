export const publishTabs = ["plan", "published", "history"] as const;
export type PublishTab = (typeof publishTabs)[number];

/** What the address of the publish page says. */
export interface PublishUrl {
  tab: PublishTab;
  target: string | null;
  dashboards: string[];
  /** A plan that is being looked at. */
  plan: string | null;
}

export function readPublishUrl(search: URLSearchParams): PublishUrl {
  const uids = search.getAll("dashboards").flatMap((text) => text.split(","));
  return {
    tab: publishTabs.find((tab) => tab === search.get("tab")) ?? "plan",
    target: search.get("target"),
    dashboards: [...new Set(uids.map((uid) => uid.trim()).filter((uid) => uid !== ""))],
    plan: search.get("plan"),
  };
}

export function writePublishUrl({ tab, target, dashboards, plan }: PublishUrl): string {
  const search = new URLSearchParams();
  if (tab !== "plan") search.set("tab", tab);
  if (target) search.set("target", target);
  if (dashboards.length > 0) search.set("dashboards", dashboards.join(","));
  if (plan) search.set("plan", plan);
  const text = search.toString();
  return text === "" ? "" : `?${text.replaceAll("%2C", ",")}`;
}
