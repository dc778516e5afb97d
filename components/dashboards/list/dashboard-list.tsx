"use client";

import { Loader, VisuallyHidden } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import dynamic from "next/dynamic";
import { useCallback, useMemo, useRef, useState } from "react";
import { ArchiveMenu } from "@/components/dashboards/export/archive-menu";
import { Notice } from "@/components/ui/notice";
import { TextButton } from "@/components/ui/text-button";
import { writableFolders } from "@/lib/client/dashboards/folder-tree";
import {
  isSearching,
  type ListUrl,
  orderOf,
  wholeList,
  writeListUrl,
} from "@/lib/client/dashboards/list-url";
import { loadAllPages } from "@/lib/client/dashboards/load-all-pages";
import { useDashboardPages } from "@/lib/client/dashboards/use-dashboard-list";
import { useFolders } from "@/lib/client/dashboards/use-folders";
import { useTags } from "@/lib/client/dashboards/use-library";
import { useListUrl } from "@/lib/client/dashboards/use-list-url";
import { useSelection } from "@/lib/client/dashboards/use-selection";
import type { Folder } from "@/lib/shared/dashboards/folder";
import { can } from "@/lib/shared/tenants/permissions";
import type { Role } from "@/lib/shared/tenants/roles";
import classes from "./dashboard-list.module.css";
import { FolderRow } from "./dashboard-row";
import { DashboardTable } from "./dashboard-table";
import { FolderHead } from "./folder-head";
import { FolderNav } from "./folder-nav";
import type { ListDialog } from "./list-dialogs";
import { ListToolbar } from "./list-toolbar";
import { NewDashboardMenu } from "./new-dashboard-menu";
import { useListKeys } from "./use-list-keys";

const ListDialogs = dynamic(() => import("./list-dialogs").then((m) => m.ListDialogs), { ssr: false });
const SelectionBar = dynamic(() => import("./selection-bar").then((m) => m.SelectionBar), { ssr: false });
const EmptyLibrary = dynamic(() => import("./empty-library").then((m) => m.EmptyLibrary), { ssr: false });
const TrashList = dynamic(() => import("./trash-list").then((m) => m.TrashList), { ssr: false });

interface DashboardListProps {
  tenant: string;
  role: Role;
}

/** The library of a tenant: folders on the left, what the address asks for on the right. */
export function DashboardList({ tenant, role }: DashboardListProps) {
  const { state, change } = useListUrl();
  const folders = useFolders(tenant).data ?? [];
  const tags = useTags(tenant).data ?? [];
  const search = useRef<HTMLInputElement>(null);
  const writable = useMemo(() => writableFolders(folders, role), [folders, role]);
  const folder = folders.find(({ uid }) => uid === state.folder);
  const canEdit = can(role, "dashboard:write");
  return (
    <div className={classes.page}>
      <FolderNav tenant={tenant} state={state} folders={folders} canEdit={canEdit} />
      <div className={classes.list}>
        {folder && !state.trash ? null : (
          <VisuallyHidden component="h1">{state.trash ? "Trash" : "Dashboards"}</VisuallyHidden>
        )}
        {state.trash ? (
          <TrashList tenant={tenant} role={role} />
        ) : (
          <>
            <ListToolbar state={state} tags={tags} searchRef={search} onChange={change}>
              <ArchiveMenu
                key={folder?.uid ?? ""}
                label={folder ? "Export folder" : "Export all"}
                tenant={tenant}
                choice={folder ? { folder: folder.uid } : {}}
              />
              {canEdit ? (
                <NewDashboardMenu
                  tenant={tenant}
                  folders={writable}
                  folderUid={writable.some(({ uid }) => uid === state.folder) ? state.folder : null}
                />
              ) : null}
            </ListToolbar>
            {folder ? <FolderHead tenant={tenant} role={role} folder={folder} folders={folders} /> : null}
            <Listing
              key={writeListUrl({ ...state, query: "", tags: [], sort: null })}
              tenant={tenant}
              role={role}
              state={state}
              folders={folders}
              writable={writable}
              search={search}
              change={change}
            />
          </>
        )}
      </div>
    </div>
  );
}

interface ListingProps extends DashboardListProps {
  state: ListUrl;
  folders: readonly Folder[];
  writable: readonly Folder[];
  search: React.RefObject<HTMLInputElement | null>;
  change: (part: Partial<ListUrl>) => void;
}

function Listing({ tenant, role, state, folders, writable, search, change }: ListingProps) {
  const [dialog, setDialog] = useState<ListDialog | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const { pages, items, below, onEnd, loadAll } = useListing(tenant, state, folders);
  const selection = useSelection(items);
  useListKeys({ tenant, role, items, selection, body, search, onDialog: setDialog });
  const empty = pages.isSuccess && items.length === 0 && below.length === 0;
  return (
    <>
      {selection.chosen.length > 0 ? (
        <SelectionBar
          tenant={tenant}
          role={role}
          chosen={selection.chosen}
          onDialog={setDialog}
          onAll={pages.hasNextPage ? async () => selection.choose(await loadAll()) : null}
          onClear={selection.clear}
        />
      ) : null}
      {pages.isPending ? <Loader size="sm" aria-label="Loading" /> : null}
      {items.length + below.length > 0 ? (
        <DashboardTable
          tenant={tenant}
          role={role}
          items={items}
          selection={selection}
          sort={orderOf(state)}
          body={body}
          folderRows={below.map((child) => (
            <FolderRow
              key={child.uid}
              href={writeListUrl({ ...wholeList, folder: child.uid })}
              folder={child}
            />
          ))}
          onSort={(sort) => change({ sort })}
          onTag={(tag) => change({ tags: [...new Set([...state.tags, tag])] })}
          onDialog={setDialog}
          onEnd={onEnd}
        />
      ) : null}
      {pages.isError ? (
        <Notice title="The dashboards could not be listed">{pages.error.message}</Notice>
      ) : null}
      {empty ? <Empty tenant={tenant} role={role} state={state} folders={writable} change={change} /> : null}
      {pages.isFetchingNextPage ? (
        <Loader size="sm" aria-label="Loading more" className={classes.more} />
      ) : null}
      {dialog ? (
        <ListDialogs tenant={tenant} folders={writable} dialog={dialog} onClose={() => setDialog(null)} />
      ) : null}
    </>
  );
}

/** The dashboards that the address asks for, page by page, and the folders that lie in the open one. */
function useListing(tenant: string, state: ListUrl, folders: readonly Folder[]) {
  const [query] = useDebouncedValue(state.query, 200);
  const searching = isSearching(state);
  const inFolder = searching && state.folder ? { within: state.folder } : { folder: state.folder };
  const pages = useDashboardPages(tenant, {
    ...{ query, tag: state.tags, starred: state.starred, seen: state.seen },
    ...inFolder,
    sort: orderOf({ ...state, query }),
  });
  const items = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const below =
    searching || state.folder === null
      ? []
      : folders.filter(({ parentUid }) => (parentUid ?? "") === state.folder);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { pages, items, below, onEnd, loadAll: () => loadAllPages(pages) };
}

interface EmptyProps {
  tenant: string;
  role: Role;
  state: ListUrl;
  folders: readonly Folder[];
  change: (part: Partial<ListUrl>) => void;
}

function Empty({ tenant, role, state, folders, change }: EmptyProps) {
  if (isSearching(state)) {
    return (
      <Notice
        title="No dashboard fits"
        actions={<TextButton onClick={() => change({ query: "", tags: [] })}>Clear the filters</TextButton>}
      >
        Nothing here has these words in its title, tags, panels, metrics or expressions.
      </Notice>
    );
  }
  if (state.seen) {
    return (
      <Notice title="Nothing seen yet">The dashboards that you open stand here, the last one first.</Notice>
    );
  }
  if (state.starred) {
    return <Notice title="No stars yet">Star the dashboards that you need often; they stand here.</Notice>;
  }
  if (state.folder !== null) {
    return (
      <Notice title="Nothing lies here">
        {can(role, "dashboard:write")
          ? "Move dashboards here, or make a new one with New, at the top right."
          : "An editor of this tenant can move dashboards here."}
      </Notice>
    );
  }
  return <EmptyLibrary tenant={tenant} role={role} folders={folders} />;
}
