"use client";

import { IconSelector } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useLateOverlay } from "@/components/ui/use-late-overlay";
import type { ShellTenant } from "./console-shell";
import shell from "./console-shell.module.css";
import classes from "./tenant-switcher.module.css";

const load = () => import("./tenant-menu");
const TenantMenu = dynamic(() => load().then((module) => module.TenantMenu), { ssr: false });

interface TenantSwitcherProps {
  tenant: ShellTenant | null;
  tenants: readonly ShellTenant[];
  collapsed: boolean;
}

export function TenantSwitcher({ tenant, tenants, collapsed }: TenantSwitcherProps) {
  const overlay = useLateOverlay(load);
  const name = tenant?.name ?? "Panelsmith";
  return (
    <>
      <button
        type="button"
        className={classes.button}
        aria-label={`Tenant ${name}: switch`}
        aria-haspopup="menu"
        {...overlay.button}
      >
        <span className={classes.mark} aria-hidden>
          {name.slice(0, 1).toUpperCase()}
        </span>
        <span className={`${classes.name} ${collapsed ? shell.label : ""}`}>{name}</span>
        <IconSelector className={collapsed ? shell.label : undefined} size={15} aria-hidden />
      </button>
      {overlay.anchor ? (
        <TenantMenu tenant={tenant} tenants={tenants} overlay={overlay} anchor={overlay.anchor} />
      ) : null}
    </>
  );
}
