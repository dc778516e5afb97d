const dashboard = /^\/?(?:(?!t\/)[\w.~-]+\/)?d\/([\w-]{1,40})(?:\/[^?#]*)?((?:[?#].*)?)$/s;
const oldDashboard = /^\/?dashboard\/db\/([\w.~-]+)/;
const list = /^\/?dashboards\/?(\?.*)?$/s;

/** An address as Grafana writes its own pages, `/d/uid/slug?var-x=y` under whatever sub-path, as the tenant's page here. */
export function consoleLink(url: string, tenant: string): string {
  const [, uid, rest = ""] = dashboard.exec(url) ?? [];
  if (uid) return `/t/${tenant}/d/${uid}${rest}`;
  const [, slug] = oldDashboard.exec(url) ?? [];
  if (slug) return `/t/${tenant}/dashboards?query=${encodeURIComponent(slug.replaceAll("-", " "))}`;
  const search = list.exec(url);
  return search ? `/t/${tenant}/dashboards${search[1] ?? ""}` : url;
}
