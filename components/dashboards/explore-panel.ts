import { askedDatasource } from "@/lib/client/dashboards/asked-datasource";
import { panelExploreHref } from "@/lib/client/explore/panel-explore-href";
import type { DashboardRuntime } from "./dashboard-runtime";

/** The address that shows a panel's queries in Explore, over the range of the page. */
export function explorePanel(runtime: DashboardRuntime, key: string): string {
  const { tenant, dashboard, panelResults, interpolate } = runtime;
  const panel = dashboard.panels.find(({ id }) => id === Number.parseInt(key, 10));
  const target = panel?.targets.find(({ datasource, expression }) => datasource !== null && !expression);
  const ref = target?.datasource ?? panel?.datasource ?? null;
  const datasource = askedDatasource(ref, (text) => interpolate(text, panelResults.scopeOf(key)));
  const search = new URLSearchParams(window.location.search);
  const range = {
    from: search.get("from") ?? dashboard.time.from,
    to: search.get("to") ?? dashboard.time.to,
  };
  const named = datasource === "default" ? null : datasource;
  return panelExploreHref({ tenant, datasource: named, data: panelResults.get(key), range });
}
