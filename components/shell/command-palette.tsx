"use client";

import "@mantine/spotlight/styles.css";

import { Kbd } from "@mantine/core";
import { Spotlight, type SpotlightActionGroupData, spotlight } from "@mantine/spotlight";
import { IconBuildingCommunity, IconLayoutDashboard, IconSearch } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useDashboardList } from "@/lib/client/dashboards/use-dashboard-list";
import { leavePage } from "@/lib/client/shell/leave-guard";
import { railEntries } from "@/lib/client/shell/rail-entries";
import { useShellStore } from "@/lib/client/shell/shell-store";
import classes from "./command-palette.module.css";
import type { ShellTenant } from "./console-shell";

interface CommandPaletteProps {
  tenant: ShellTenant | null;
  tenants: readonly ShellTenant[];
  platformAdmin: boolean;
  onClose: () => void;
}

export function CommandPalette({ tenant, tenants, platformAdmin, onClose }: CommandPaletteProps) {
  const [query, setQuery] = useState("");
  useEffect(() => spotlight.open(), []);
  const groups = usePaletteGroups(tenant, tenants, platformAdmin, query);
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      nothingFound="Nothing is named so."
      highlightQuery
      overlayProps={{ blur: 0, backgroundOpacity: 0.5 }}
      classNames={{ actionsGroup: classes.group }}
      limit={40}
      maxHeight={420}
      scrollable
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: "Search dashboards, pages and actions",
        "aria-label": "Search dashboards, pages and actions",
      }}
    />
  );
}

function usePaletteGroups(
  tenant: ShellTenant | null,
  tenants: readonly ShellTenant[],
  platformAdmin: boolean,
  query: string,
): SpotlightActionGroupData[] {
  const router = useRouter();
  const actions = useShellStore((state) => state.actions);
  const dashboards = useDashboardList(tenant?.slug ?? null, { query: query.trim(), limit: 20 });
  const go = (href: string) => () => leavePage(() => router.push(href));
  return [
    {
      group: "This page",
      actions: actions.map(({ id, label, keys, icon, run }) => ({
        id,
        label,
        rightSection: keys ? <Kbd size="xs">{keys}</Kbd> : null,
        leftSection: icon,
        onClick: run,
      })),
    },
    {
      group: "Dashboards",
      actions: (dashboards.data?.items ?? []).map((dashboard) => ({
        id: `dashboard-${dashboard.uid}`,
        label: dashboard.title,
        keywords: dashboard.tags,
        leftSection: <IconLayoutDashboard size={17} aria-hidden />,
        onClick: go(`/t/${tenant?.slug}/d/${dashboard.uid}`),
      })),
    },
    {
      group: "Pages",
      actions: railEntries(tenant, platformAdmin).map((entry) => ({
        id: `page-${entry.href}`,
        label: entry.label,
        onClick: go(entry.href),
      })),
    },
    {
      group: "Tenants",
      actions: tenants
        .filter((other) => other.slug !== tenant?.slug)
        .map((other) => ({
          id: `tenant-${other.slug}`,
          label: other.name,
          keywords: ["tenant", other.slug],
          leftSection: <IconBuildingCommunity size={17} aria-hidden />,
          onClick: go(`/t/${other.slug}/dashboards`),
        })),
    },
  ].filter((group) => group.actions.length > 0);
}
