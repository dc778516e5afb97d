"use client";

import { IconMenu2, IconSearch } from "@tabler/icons-react";
import { useParams, usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { useKeys } from "@/lib/client/keys/use-keys";
import { rememberRail } from "@/lib/client/shell/remember-rail";
import { useShellStore } from "@/lib/client/shell/shell-store";
import { TenantContext } from "@/lib/client/shell/tenant-context";
import type { Role } from "@/lib/shared/tenants/roles";
import { Breadcrumbs } from "./breadcrumbs";
import classes from "./console-shell.module.css";
import { Rail } from "./rail";
import { ShellDialogs } from "./shell-dialogs";
import { HelpButton, ThemeMenu } from "./theme-menu";
import { UserMenu } from "./user-menu";

export interface ShellTenant {
  slug: string;
  name: string;
  role: Role;
}

export interface ShellUser {
  name: string | null;
  email: string;
  platformAdmin: boolean;
}

interface ConsoleShellProps {
  user: ShellUser;
  tenants: readonly ShellTenant[];
  railCollapsed: boolean;
  children: ReactNode;
}

export function ConsoleShell({ user, tenants, railCollapsed, children }: ConsoleShellProps) {
  const [collapsed, setCollapsed] = useState(railCollapsed);
  const pathname = usePathname();
  const [openOn, setOpenOn] = useState<string | null>(null);
  const open = openOn === pathname;
  const kiosk = useSearchParams().has("kiosk");
  const { tenant: slug } = useParams<{ tenant?: string }>();
  const tenant = tenants.find((candidate) => candidate.slug === slug) ?? null;
  useShellKeys();

  function toggleCollapsed() {
    rememberRail(collapsed ? "open" : "collapsed");
    setCollapsed(!collapsed);
  }

  return (
    <div
      className={classes.root}
      data-collapsed={collapsed || undefined}
      data-open={open || undefined}
      data-kiosk={kiosk || undefined}
    >
      <a className={classes.skip} href="#content">
        Skip to content
      </a>
      {kiosk ? null : (
        <>
          <Rail
            user={user}
            tenant={tenant}
            tenants={tenants}
            collapsed={collapsed}
            onToggle={toggleCollapsed}
          />
          <button
            type="button"
            className={classes.backdrop}
            aria-label="Close menu"
            onClick={() => setOpenOn(null)}
          />
        </>
      )}
      <div className={classes.main}>
        {kiosk ? null : <Topbar user={user} onMenu={() => setOpenOn(pathname)} />}
        <main id="content" className={classes.content} tabIndex={-1}>
          <TenantContext value={tenant ?? undefined}>{children}</TenantContext>
        </main>
      </div>
      <ShellDialogs tenant={tenant} tenants={tenants} platformAdmin={user.platformAdmin} />
    </div>
  );
}

function Topbar({ user, onMenu }: { user: ShellUser; onMenu: () => void }) {
  const openDialog = useShellStore((state) => state.openDialog);
  return (
    <header className={classes.topbar}>
      <IconButton className={classes.burger} aria-label="Open menu" onClick={onMenu}>
        <IconMenu2 size={18} />
      </IconButton>
      <Breadcrumbs />
      <div className={classes.tools}>
        <button
          type="button"
          className={classes.search}
          aria-label="Search or run a command"
          onClick={() => openDialog("palette")}
        >
          <IconSearch size={15} aria-hidden />
          <span>Search or jump to</span>
          <kbd>Ctrl K</kbd>
        </button>
        <HelpButton />
        <ThemeMenu />
        <UserMenu user={user} />
      </div>
    </header>
  );
}

function useShellKeys() {
  const openDialog = useShellStore((state) => state.openDialog);
  useKeys([
    { keys: "ctrl+k", inFields: true, run: () => openDialog("palette") },
    { keys: "?", run: () => openDialog("help") },
  ]);
}
