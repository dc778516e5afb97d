"use client";

import { IconExternalLink, IconTags } from "@tabler/icons-react";
import { Link } from "@/components/ui/link";
import { panelLinks } from "@/lib/client/dashboards/panel-links";
import type { JsonObject } from "@/lib/shared/json";
import classes from "./dashboard-page.module.css";
import { useDashboardRuntime } from "./dashboard-runtime";

interface DashboardLinksProps {
  tenant: string;
  links: readonly JsonObject[];
}

/** The author's links below the header: to addresses, and to the list of dashboards with the same tags. */
export function DashboardLinks({ tenant, links }: DashboardLinksProps) {
  const { interpolate } = useDashboardRuntime();
  const outside = panelLinks(
    links.filter((link) => link.type !== "dashboards"),
    tenant,
    interpolate,
  );
  const byTags = links.filter((link) => link.type === "dashboards").map((link) => tagLink(tenant, link));
  if (outside.length + byTags.length === 0) return null;
  return (
    <nav className={classes.links} aria-label="Links of this dashboard">
      {byTags.map((link) => (
        <Link key={link.href} className={classes.tag} href={link.href}>
          <IconTags size={14} aria-hidden />
          {link.title}
        </Link>
      ))}
      {outside.map((link) => (
        <a
          key={`${link.title} ${link.href}`}
          className={classes.tag}
          href={link.href}
          target={link.newTab ? "_blank" : undefined}
          rel="noreferrer"
        >
          <IconExternalLink size={14} aria-hidden />
          {link.title}
        </a>
      ))}
    </nav>
  );
}

function tagLink(tenant: string, link: JsonObject): { title: string; href: string } {
  const tags = Array.isArray(link.tags) ? link.tags.map(String) : [];
  const search = new URLSearchParams(tags.map((tag) => ["tag", tag]));
  const title = String(link.title ?? "") || tags.join(", ") || "Dashboards";
  return { title, href: `/t/${tenant}/dashboards?${search}` };
}
