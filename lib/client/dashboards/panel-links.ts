import type { JsonObject } from "@/lib/shared/json";

export interface PanelLink {
  title: string;
  href: string;
  newTab: boolean;
}

/** The author's links with variables filled in; addresses that would run script are left out. */
export function panelLinks(links: readonly JsonObject[], interpolate: (text: string) => string): PanelLink[] {
  return links.flatMap((link) => {
    const href = safeHref(interpolate(String(link.url ?? link.dashUri ?? "")));
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
