"use client";

import {
  IconBell,
  IconBuildingCommunity,
  IconChevronsLeft,
  IconChevronsRight,
  IconCompass,
  IconLayoutDashboard,
  IconRocket,
  IconSettings,
} from "@tabler/icons-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { HoverLabel } from "@/components/ui/hover-label";
import { Link } from "@/components/ui/link";
import { type RailIcon, railEntries } from "@/lib/client/shell/rail-entries";
import type { ShellTenant, ShellUser } from "./console-shell";
import classes from "./console-shell.module.css";
import { TenantSwitcher } from "./tenant-switcher";

const icons: Record<RailIcon, ReactNode> = {
  dashboards: <IconLayoutDashboard size={18} aria-hidden />,
  explore: <IconCompass size={18} aria-hidden />,
  alerts: <IconBell size={18} aria-hidden />,
  publish: <IconRocket size={18} aria-hidden />,
  admin: <IconSettings size={18} aria-hidden />,
  tenants: <IconBuildingCommunity size={18} aria-hidden />,
};

interface RailProps {
  user: ShellUser;
  tenant: ShellTenant | null;
  tenants: readonly ShellTenant[];
  collapsed: boolean;
  onToggle: () => void;
}

export function Rail({ user, tenant, tenants, collapsed, onToggle }: RailProps) {
  const pathname = usePathname();
  const toggleLabel = collapsed ? "Widen menu" : "Collapse menu";
  return (
    <nav className={classes.rail} aria-label="Main menu">
      <TenantSwitcher tenant={tenant} tenants={tenants} collapsed={collapsed} />
      <ul className={classes.entries}>
        {railEntries(tenant, user.platformAdmin).map((entry) => (
          <li key={entry.href}>
            <HoverLabel label={entry.label} position="right" disabled={!collapsed}>
              <Link
                href={entry.href}
                className={classes.entry}
                aria-label={entry.label}
                aria-current={entry.paths.some((path) => pathname.startsWith(path)) ? "page" : undefined}
              >
                {icons[entry.icon]}
                <span className={classes.label}>{entry.label}</span>
              </Link>
            </HoverLabel>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className={`${classes.entry} ${classes.collapse}`}
        onClick={onToggle}
        aria-label={toggleLabel}
      >
        {collapsed ? <IconChevronsRight size={18} aria-hidden /> : <IconChevronsLeft size={18} aria-hidden />}
        <span className={classes.label}>Collapse</span>
      </button>
    </nav>
  );
}
