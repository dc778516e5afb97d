"use client";

import { Menu } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { LateMenu } from "@/components/ui/late-menu";
import { Link } from "@/components/ui/link";
import type { LateOverlay } from "@/components/ui/use-late-overlay";
import type { ShellTenant } from "./console-shell";
import classes from "./tenant-switcher.module.css";

interface TenantMenuProps {
  tenant: ShellTenant | null;
  tenants: readonly ShellTenant[];
  overlay: LateOverlay;
  anchor: HTMLElement;
}

export function TenantMenu({ tenant, tenants, overlay, anchor }: TenantMenuProps) {
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const found = tenants.filter(
    (candidate) => candidate.name.toLowerCase().includes(wanted) || candidate.slug.includes(wanted),
  );
  return (
    <LateMenu overlay={overlay} anchor={anchor} position="bottom-start" width={248}>
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
        {found.length === 0 ? (
          <div className={classes.none}>
            {tenants.length === 0 ? "You are a member of no tenant." : "No tenant of yours is named so."}
          </div>
        ) : null}
      </div>
    </LateMenu>
  );
}
