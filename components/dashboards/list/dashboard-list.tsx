"use client";

import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { type ListUrl, readListUrl, writeListUrl } from "@/lib/client/dashboards/list-url";
import { flushPendingDeletes, usePendingDeletes } from "@/lib/client/dashboards/pending-deletes";
import { useDashboardPages } from "@/lib/client/dashboards/use-dashboard-list";
import { useFolders } from "@/lib/client/dashboards/use-folders";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import classes from "./dashboard-list.module.css";
import { DashboardTable } from "./dashboard-table";
import { ListToolbar } from "./list-toolbar";
import { NewDashboardMenu } from "./new-dashboard-menu";

interface DashboardListProps {
  tenant: string;
  canEdit: boolean;
}

export function DashboardList({ tenant, canEdit }: DashboardListProps) {
  const { state, change } = useListUrl();
  const [query] = useDebouncedValue(state.query, 200);
  const pages = useDashboardPages(tenant, {
    query,
    tag: state.tags,
    folder: state.folder,
    starred: state.starred,
  });
  const folders = useFolders(tenant).data ?? [];
  const hidden = usePendingDeletes((store) => store.keys);
  useEffect(() => {
    window.addEventListener("pagehide", flushPendingDeletes);
    return () => window.removeEventListener("pagehide", flushPendingDeletes);
  }, []);
  const items = useMemo(() => {
    const all = pages.data?.pages.flatMap((page) => page.items) ?? [];
    return sortItems(
      all.filter((item) => !hidden.has(`${tenant}/${item.uid}`)),
      state.sort,
    );
  }, [pages.data, hidden, tenant, state.sort]);
  const filtered = writeListUrl({ ...state, sort: "title" }) !== "";
  const tags = useMemo(() => [...new Set(items.flatMap((item) => item.tags))].toSorted(), [items]);

  return (
    <div className={classes.page}>
      <ListToolbar state={state} tags={tags} folders={folders} onChange={change}>
        {canEdit ? (
          <NewDashboardMenu tenant={tenant} folders={folders} folderUid={state.folder || null} />
        ) : null}
      </ListToolbar>
      {items.length > 0 ? (
        <DashboardTable
          tenant={tenant}
          items={items}
          folders={folders}
          canEdit={canEdit}
          sort={state.sort}
          onSort={(sort) => change({ sort })}
          onTag={(tag) => change({ tags: [...new Set([...state.tags, tag])] })}
        />
      ) : null}
      {pages.isError ? (
        <Notice title="The dashboards could not be listed">{pages.error.message}</Notice>
      ) : null}
      {pages.isSuccess && items.length === 0 ? (
        <Empty filtered={filtered} canEdit={canEdit} onClear={() => change(noFilter)} />
      ) : null}
      {pages.hasNextPage ? (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </div>
  );
}

const noFilter: Partial<ListUrl> = { query: "", tags: [], folder: null, starred: false };

function useListUrl() {
  const search = useSearchParams();
  const pathname = usePathname();
  const state = useMemo(() => readListUrl(new URLSearchParams(search)), [search]);
  const [typed, setTyped] = useState(state.query);
  const shown = useMemo(() => ({ ...state, query: typed }), [state, typed]);
  function change(part: Partial<ListUrl>) {
    const next = { ...shown, ...part };
    if (part.query !== undefined) setTyped(part.query);
    const address = `${pathname}${writeListUrl(next)}`;
    if (part.query === undefined) window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
  }
  return { state: shown, change };
}

function sortItems(items: readonly DashboardSummary[], sort: ListUrl["sort"]): DashboardSummary[] {
  return items.toSorted((a, b) =>
    sort === "updated" ? b.updatedAt.localeCompare(a.updatedAt) : a.title.localeCompare(b.title),
  );
}

function Empty({ filtered, canEdit, onClear }: { filtered: boolean; canEdit: boolean; onClear: () => void }) {
  if (filtered) {
    return (
      <Notice title="No dashboard fits" actions={<Button onClick={onClear}>Clear the filters</Button>}>
        Nothing here has this name, these tags and this folder together.
      </Notice>
    );
  }
  return (
    <Notice title="No dashboards yet">
      {canEdit
        ? "Start from a template, import the JSON of a Grafana dashboard, or begin with a blank page: New, at the top right."
        : "An editor of this tenant can make the first one."}
    </Notice>
  );
}
