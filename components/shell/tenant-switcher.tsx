"use client";

import { Menu } from "@mantine/core";
import { IconCheck, IconSelector } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import type { ShellTenant } from "./console-shell";
import shell from "./console-shell.module.css";
import classes from "./tenant-switcher.module.css";

interface TenantSwitcherProps {
  tenant: ShellTenant | null;
  tenants: readonly ShellTenant[];
  collapsed: boolean;
}

export function TenantSwitcher({ tenant, tenants, collapsed }: TenantSwitcherProps) {
  const [search, setSearch] = useState("");
  const name = tenant?.name ?? "Panelsmith";
  const wanted = search.trim().toLowerCase();
  const found = tenants.filter(
    (candidate) => candidate.name.toLowerCase().includes(wanted) || candidate.slug.includes(wanted),
  );
  return (
    <Menu position="bottom-start" width={248} withinPortal>
      <Menu.Target>
        <button type="button" className={classes.button} aria-label={`Tenant ${name}: switch`}>
          <span className={classes.mark} aria-hidden>
            {name.slice(0, 1).toUpperCase()}
          </span>
          <span className={`${classes.name} ${collapsed ? shell.label : ""}`}>{name}</span>
          <IconSelector className={collapsed ? shell.label : undefined} size={15} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Search
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder="Find a tenant"
          aria-label="Find a tenant"
          size="xs"
        />
        <div className={classes.list}>
          {found.map((candidate) => (
            <Menu.Item
              key={candidate.slug}
              component={Link}
              href={`/t/${candidate.slug}/dashboards`}
              rightSection={
                candidate.slug === tenant?.slug ? <IconCheck size={15} aria-label="current" /> : null
              }
            >
              {candidate.name} <span className={classes.role}>{candidate.role}</span>
            </Menu.Item>
          ))}
          {found.length === 0 ? <div className={classes.none}>No tenant of yours is named so.</div> : null}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
