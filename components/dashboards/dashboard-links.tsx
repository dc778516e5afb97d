"use client";

import { IconExternalLink, IconTags } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useLateOverlay } from "@/components/ui/use-late-overlay";
import { panelLinks } from "@/lib/client/dashboards/panel-links";
import type { JsonObject } from "@/lib/shared/json";
import classes from "./dashboard-page.module.css";
import { useDashboardRuntime } from "./dashboard-runtime";

const load = () => import("./tag-link-menu");
const TagLinkMenu = dynamic(() => load().then((module) => module.TagLinkMenu), { ssr: false });

interface DashboardLinksProps {
  tenant: string;
  links: readonly JsonObject[];
}

/** The author's links below the header: to addresses, and to the dashboards with some tags. */
export function DashboardLinks({ tenant, links }: DashboardLinksProps) {
  const { interpolate } = useDashboardRuntime();
  const outside = panelLinks(
    links.filter((link) => link.type !== "dashboards"),
    tenant,
    interpolate,
  );
  const byTags = links.filter((link) => link.type === "dashboards");
  if (outside.length + byTags.length === 0) return null;
  return (
    <nav className={classes.links} aria-label="Links of this dashboard">
      {byTags.map((link) => (
        <TagLink key={`${link.title} ${link.tags}`} link={link} />
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
          <span>{link.title}</span>
        </a>
      ))}
    </nav>
  );
}

/** Opens the list of the dashboards that have its tags. */
function TagLink({ link }: { link: JsonObject }) {
  const overlay = useLateOverlay(load);
  const tags = Array.isArray(link.tags) ? link.tags.map(String) : [];
  const title = String(link.title ?? "") || tags.join(", ") || "Dashboards";
  return (
    <>
      <button type="button" className={classes.tag} aria-haspopup="menu" {...overlay.button}>
        <IconTags size={14} aria-hidden />
        <span>{title}</span>
      </button>
      {overlay.anchor ? (
        <TagLinkMenu overlay={overlay} anchor={overlay.anchor} link={link} tags={tags} />
      ) : null}
    </>
  );
}
