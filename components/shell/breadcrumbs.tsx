"use client";

import { usePathname } from "next/navigation";
import { Link } from "@/components/ui/link";
import { breadcrumbTrail } from "@/lib/client/shell/breadcrumb-trail";
import { useShellStore } from "@/lib/client/shell/shell-store";
import classes from "./breadcrumbs.module.css";

export function Breadcrumbs() {
  const pageTitle = useShellStore((state) => state.pageTitle);
  const trail = breadcrumbTrail(usePathname(), pageTitle);
  return (
    <nav aria-label="Breadcrumbs" style={{ minWidth: 0 }}>
      <ol className={classes.trail}>
        {trail.map((crumb) => (
          <li key={crumb.label}>
            {crumb.href ? (
              <Link href={crumb.href}>{crumb.label}</Link>
            ) : (
              <span className={classes.here} aria-current="page" title={crumb.label}>
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
