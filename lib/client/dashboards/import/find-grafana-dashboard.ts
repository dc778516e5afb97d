interface Target {
  id: string;
  name: string;
  url: string;
}

/** The target and the uid that the address of a dashboard's page names, or what is wrong with it. */
export function findGrafanaDashboard(
  address: string,
  targets: readonly Target[],
): { target: string; uid: string } | string {
  if (!URL.canParse(address)) return "This is no address. Copy it from the browser, with https://.";
  const { origin, pathname } = new URL(address);
  const uid = /\/d(?:-solo)?\/([A-Za-z0-9_-]{1,40})(?:\/|$)/.exec(pathname)?.[1];
  if (uid === undefined) return "This address leads to no dashboard: one has /d/ and a uid in it.";
  const fits = targets.filter(({ url }) => URL.canParse(url) && isBelow(new URL(url), origin, pathname));
  const [best] = fits.toSorted((a, b) => b.url.length - a.url.length);
  if (best) return { target: best.id, uid };
  return `No Grafana target of this tenant has the address ${origin}. An admin can add it under Admin, Grafana.`;
}

function isBelow(target: URL, origin: string, pathname: string): boolean {
  const base = target.pathname.replace(/\/+$/, "");
  return target.origin === origin && pathname.startsWith(`${base}/`);
}
