import { consoleLink } from "@/lib/shared/dashboards/console-link";
import type { JsonObject } from "@/lib/shared/json";

export interface PanelLink {
  title: string;
  href: string;
  newTab: boolean;
}

/** The author's links with variables filled in; addresses that would run script are left out. */
export function panelLinks(
  links: readonly JsonObject[],
  tenant: string,
  interpolate: (text: string) => string,
): PanelLink[] {
  return links.flatMap((link) => {
    const address = String(link.url ?? (link.dashUri ? `dashboard/${link.dashUri}` : ""));
    const url = address === "" ? "" : withKept(address, link, interpolate);
    const href = safeHref(consoleLink(url, tenant));
    if (href === null) return [];
    const title = interpolate(String(link.title ?? "")) || href;
    return [{ title, href, newTab: link.targetBlank === true }];
  });
}

/** Settings of a link, and the variable that carries along what each asks for. */
const keeping = { keepTime: "__url_time_range", includeVars: "__all_variables" };

/** Settings of links from before addresses said it themselves, and of a dashboard's own links. */
function withKept(address: string, link: JsonObject, interpolate: (text: string) => string): string {
  const kept = Object.entries(keeping)
    .filter(([setting, name]) => link[setting] === true && !address.includes(name))
    .map(([, name]) => interpolate(`\${${name}}`))
    .filter(Boolean)
    .join("&");
  if (kept === "") return interpolate(address);
  const [path = "", ...hash] = interpolate(address).split("#");
  return [`${path}${path.includes("?") ? "&" : "?"}${kept}`, ...hash].join("#");
}

function safeHref(href: string): string | null {
  const trimmed = href.trim();
  if (trimmed === "" || !URL.canParse(trimmed, "http://own.invalid/")) return null;
  const { protocol } = new URL(trimmed, "http://own.invalid/");
  return ["http:", "https:", "mailto:"].includes(protocol) ? trimmed : null;
}
