import { IconChartLine, IconClock, IconFolder, IconLayoutDashboard } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { flattenFolders } from "@/lib/client/dashboards/folder-tree";
import { useDashboardList } from "@/lib/client/dashboards/use-dashboard-list";
import { useFolders } from "@/lib/client/dashboards/use-folders";
import { holdsWords } from "@/lib/client/shell/holds-words";
import type { FoundDashboard } from "@/lib/shared/dashboards/library";
import type { ShellTenant } from "./console-shell";

interface Entry {
  id: string;
  label: string;
  description?: string;
  leftSection: ReactNode;
  href: string;
}

export interface LibraryGroup {
  group: string;
  entries: Entry[];
}

const mostFolders = 8;

/** What the palette finds in the library of the tenant: before anything is typed, what the person saw last. */
export function useLibraryGroups(tenant: ShellTenant | null, query: string): LibraryGroup[] {
  const slug = tenant?.slug ?? null;
  const found = useDashboardList(slug, { query, limit: 20 }).data?.items ?? [];
  const recent = useDashboardList(query === "" ? slug : null, { sort: "seen", limit: 6 }).data?.items ?? [];
  const folders = useFolders(slug).data ?? [];
  if (slug === null) return [];
  const seen = query === "" ? recent : [];
  return [
    { group: "Recently seen", entries: seen.map((item) => dashboardEntry(slug, item, "seen")) },
    {
      group: "Dashboards",
      entries: found
        .filter(({ uid }) => !seen.some((item) => item.uid === uid))
        .map((item) => dashboardEntry(slug, item, "dashboard")),
    },
    { group: "Panels", entries: found.flatMap((item) => panelEntries(slug, item)) },
    {
      group: "Folders",
      entries: flattenFolders(folders)
        .filter(({ path }) => query !== "" && holdsWords(query, path))
        .slice(0, mostFolders)
        .map(({ uid, path }) => ({
          id: `folder-${uid}`,
          label: path,
          leftSection: <IconFolder size={17} aria-hidden />,
          href: `/t/${slug}/dashboards?folder=${uid}`,
        })),
    },
  ];
}

function dashboardEntry(slug: string, item: FoundDashboard, kind: "seen" | "dashboard"): Entry {
  const names = (item.matches ?? []).filter(({ kind: by }) => by === "metric" || by === "tag");
  const Icon = kind === "seen" ? IconClock : IconLayoutDashboard;
  return {
    id: `${kind}-${item.uid}`,
    label: item.title,
    description: names.map(({ kind: by, text }) => `${by} ${text}`).join(", ") || undefined,
    leftSection: <Icon size={17} aria-hidden />,
    href: `/t/${slug}/d/${item.uid}`,
  };
}

function panelEntries(slug: string, { uid, title, matches = [] }: FoundDashboard): Entry[] {
  return matches.flatMap(({ kind, text, panelId }) =>
    kind === "panel" && panelId !== undefined
      ? [
          {
            id: `panel-${uid}-${panelId}`,
            label: text,
            description: title,
            leftSection: <IconChartLine size={17} aria-hidden />,
            href: `/t/${slug}/d/${uid}?viewPanel=${panelId}`,
          },
        ]
      : [],
  );
}
