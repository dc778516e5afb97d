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
    const url = interpolate(String(link.url ?? (link.dashUri ? `dashboard/${link.dashUri}` : "")));
    const href = safeHref(consoleLink(url, tenant));
    if (href === null) return [];
    const title = interpolate(String(link.title ?? "")) || href;
    return [{ title, href, newTab: link.targetBlank === true }];
  });
}

function safeHref(href: string): string | null {
  const trimmed = href.trim();
  if (trimmed === "" || !URL.canParse(trimmed, "http://own.invalid/")) return null;
  const { protocol } = new URL(trimmed, "http://own.invalid/");
  return ["http:", "https:", "mailto:"].includes(protocol) ? trimmed : null;
}
