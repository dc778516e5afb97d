const dashboard = /^\/?(?:(?!t\/)[\w.~-]+\/)?d\/([\w-]{1,40})(?:\/[^?#]*)?((?:[?#].*)?)$/s;
const soloPanel = /^\/?d-solo\/([\w-]{1,40})(?:\/[^?#]*)?(?:\?([^#]*))?/s;
const oldDashboard = /^\/?dashboard\/db\/([\w.~-]+)/;
const list = /^\/?dashboards\/?(\?.*)?$/s;

/** An address as Grafana writes its own pages, `/d/uid/slug?var-x=y` under whatever sub-path, as the tenant's page here. */
export function consoleLink(url: string, tenant: string): string {
  const [, uid, rest = ""] = dashboard.exec(url) ?? [];
  if (uid) return `/t/${tenant}/d/${uid}${rest}`;
  const [, soloUid, search = ""] = soloPanel.exec(url) ?? [];
  if (soloUid) return `/t/${tenant}/d/${soloUid}?${soloSearch(search)}`;
  const [, slug] = oldDashboard.exec(url) ?? [];
  if (slug) return `/t/${tenant}/dashboards?query=${encodeURIComponent(slug.replaceAll("-", " "))}`;
  const listed = list.exec(url);
  return listed ? `/t/${tenant}/dashboards${listed[1] ?? ""}` : url;
}

/** Grafana's page of one panel, made to be embedded, is the panel in full view without the console around it. */
function soloSearch(search: string): string {
  const given = new URLSearchParams(search);
  const panel = given.get("panelId");
  given.delete("panelId");
  if (panel) given.set("viewPanel", panel);
  given.set("kiosk", "1");
  return given.toString();
}
