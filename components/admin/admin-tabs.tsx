"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { Link } from "@/components/ui/link";
import classes from "./admin-tabs.module.css";

const tabs = [
  ["members", "Members"],
  ["quotas", "Quotas"],
  ["datasources", "Datasources"],
  ["grafana", "Grafana targets"],
  ["tokens", "API tokens"],
  ["audit", "Audit log"],
] as const;

export function AdminTabs({ tenant }: { tenant: string }) {
  const pathname = usePathname();
  const current = useRef<HTMLAnchorElement>(null);
  // On a phone the bar is wider than the screen.
  useEffect(() => {
    if (pathname !== "") current.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [pathname]);
  return (
    <nav className={classes.tabs} aria-label="Administration">
      {tabs.map(([path, label]) => {
        const href = `/t/${tenant}/admin/${path}`;
        const here = pathname.startsWith(href);
        return (
          <Link
            key={path}
            ref={here ? current : undefined}
            href={href}
            className={classes.tab}
            aria-current={here ? "page" : undefined}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
