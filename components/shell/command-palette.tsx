"use client";

import "@mantine/spotlight/styles.css";

import { Kbd } from "@mantine/core";
import { Spotlight, type SpotlightActionGroupData, spotlight } from "@mantine/spotlight";
import { IconBuildingCommunity, IconSearch } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useReturnedFocus } from "@/components/ui/use-returned-focus";
import { holdsWords } from "@/lib/client/shell/holds-words";
import { leavePage } from "@/lib/client/shell/leave-guard";
import { railEntries } from "@/lib/client/shell/rail-entries";
import { useShellStore } from "@/lib/client/shell/shell-store";
import { can } from "@/lib/shared/tenants/permissions";
import classes from "./command-palette.module.css";
import type { ShellTenant } from "./console-shell";
import { useLibraryGroups } from "./use-library-groups";

interface CommandPaletteProps {
  tenant: ShellTenant | null;
  tenants: readonly ShellTenant[];
  platformAdmin: boolean;
  onClose: () => void;
}

export function CommandPalette({ tenant, tenants, platformAdmin, onClose }: CommandPaletteProps) {
  useReturnedFocus();
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
      // What stands in the groups is found already: by the server, or below.
      filter={(_query, found) => found}
      overlayProps={{ blur: 0, backgroundOpacity: 0.5 }}
      classNames={{ actionsGroup: classes.group }}
      attributes={{ content: { "aria-label": "Search and commands" } }}
      limit={40}
      maxHeight={420}
      scrollable
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: "Search dashboards, panels, metrics, folders, pages and actions",
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
  const library = useLibraryGroups(tenant, query.trim());
  const go = (href: string) => () => leavePage(() => router.push(href));
  return [
    {
      group: "This page",
      actions: actions
        .filter(({ label }) => holdsWords(query, label))
        .map(({ id, label, keys, icon, run }) => ({
          id,
          label,
          rightSection: keys ? <Kbd size="xs">{keys}</Kbd> : null,
          leftSection: icon,
          onClick: run,
        })),
    },
    ...library.map(({ group, entries }) => ({
      group,
      actions: entries.map(({ href, ...entry }) => ({ ...entry, onClick: go(href) })),
    })),
    {
      group: "Pages",
      actions: pageEntries(tenant, platformAdmin)
        .filter(({ label }) => holdsWords(query, label))
        .map(({ href, label }) => ({ id: `page-${href}`, label, onClick: go(href) })),
    },
    {
      group: "Tenants",
      actions: tenants
        .filter((other) => other.slug !== tenant?.slug)
        .filter(({ name, slug }) => holdsWords(query, `${name} ${slug} tenant`))
        .map((other) => ({
          id: `tenant-${other.slug}`,
          label: other.name,
          leftSection: <IconBuildingCommunity size={17} aria-hidden />,
          onClick: go(`/t/${other.slug}/dashboards`),
        })),
    },
  ].filter((group) => group.actions.length > 0);
}

/** The rail's pages, and the places of the library that have an address of their own. */
function pageEntries(tenant: ShellTenant | null, platformAdmin: boolean): { href: string; label: string }[] {
  const places = tenant
    ? [
        { href: `/t/${tenant.slug}/dashboards?seen=true`, label: "Recently seen dashboards" },
        { href: `/t/${tenant.slug}/dashboards?starred=true`, label: "Starred dashboards" },
        ...(can(tenant.role, "dashboard:write")
          ? [{ href: `/t/${tenant.slug}/dashboards/bulk-edit`, label: "Edit dashboards in bulk" }]
          : []),
        ...(can(tenant.role, "dashboard:delete")
          ? [{ href: `/t/${tenant.slug}/dashboards?trash=true`, label: "Trash" }]
          : []),
      ]
    : [];
  return [...railEntries(tenant, platformAdmin), ...places];
}
