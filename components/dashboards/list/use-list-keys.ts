import { useRouter } from "next/navigation";
import type { RefObject } from "react";
import type { Selection } from "@/lib/client/dashboards/use-selection";
import { useKeys } from "@/lib/client/keys/use-keys";
import type { FoundDashboard } from "@/lib/shared/dashboards/library";
import { can } from "@/lib/shared/tenants/permissions";
import { hasRole, type Role } from "@/lib/shared/tenants/roles";
import type { ListDialog } from "./list-dialogs";
import { useLibraryActions } from "./use-library-actions";

interface ListKeys {
  tenant: string;
  role: Role;
  items: readonly FoundDashboard[];
  selection: Selection<FoundDashboard>;
  body: RefObject<HTMLElement | null>;
  search: RefObject<HTMLInputElement | null>;
  onDialog: (dialog: ListDialog) => void;
}

/** The list by keyboard: rows are walked through by their links; a key acts on what is chosen, else on the row in focus. */
export function useListKeys({ tenant, role, items, selection, body, search, onDialog }: ListKeys): void {
  const router = useRouter();
  const { star, trash } = useLibraryActions(tenant);
  const focused = () => {
    const uid = document.activeElement?.closest("[data-dashboard-uid]")?.getAttribute("data-dashboard-uid");
    return items.find((item) => item.uid === uid);
  };
  const wanted = () => {
    const row = focused();
    return selection.chosen.length > 0 ? selection.chosen : row ? [row] : [];
  };
  const mayChange = (rows: readonly FoundDashboard[]) =>
    rows.length > 0 && can(role, "dashboard:write") && rows.every((row) => hasRole(role, row.editedFrom));
  const ask = (kind: ListDialog["kind"]) => () => {
    const rows = wanted();
    if (mayChange(rows)) onDialog({ kind, items: rows });
  };
  const step = (by: 1 | -1) => () => walk(body.current, by);
  useKeys([
    { keys: "j", run: step(1) },
    { keys: "down", run: step(1) },
    { keys: "k", run: step(-1) },
    { keys: "up", run: step(-1) },
    { keys: "/", run: () => search.current?.focus() },
    {
      keys: "x",
      run: () => {
        const row = focused();
        if (row) selection.toggle(row.uid, false);
      },
    },
    {
      keys: "s",
      run: () => {
        const rows = wanted();
        if (rows.length > 0) void star(rows, !rows.every((row) => row.starred));
      },
    },
    { keys: "m", run: ask("move") },
    { keys: "t", run: ask("tag") },
    {
      keys: "e",
      run: () => {
        const row = focused();
        if (row && mayChange([row])) router.push(`/t/${tenant}/d/${row.uid}/edit`);
      },
    },
    {
      keys: "delete",
      run: () => {
        const rows = wanted();
        if (!mayChange(rows)) return;
        void trash(rows);
        selection.clear();
      },
    },
    { keys: "escape", run: () => selection.clear() },
  ]);
}

function walk(body: HTMLElement | null, by: 1 | -1): void {
  const links = [...(body?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])];
  const row = document.activeElement?.closest("tr") ?? null;
  const at = links.findIndex((link) => row?.contains(link));
  const next = at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by;
  links[next]?.focus();
}
