import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import {
  changeDashboardUrl,
  type DashboardUrl,
  type DashboardUrlChange,
  readDashboardUrl,
} from "./dashboard-url";

export type ChangeUrl = (change: DashboardUrlChange, how?: "push" | "replace") => void;

/** The page's state as its address says it; a change becomes a step in the browser's history. */
export function useDashboardUrl(): { url: DashboardUrl; change: ChangeUrl } {
  const search = useSearchParams();
  const pathname = usePathname();
  const url = useMemo(() => readDashboardUrl(new URLSearchParams(search)), [search]);
  const change = useCallback<ChangeUrl>(
    (wanted, how = "push") => {
      const current = new URLSearchParams(window.location.search);
      const next = `${pathname}${changeDashboardUrl(current, wanted)}`;
      if (next === `${window.location.pathname}${window.location.search}`) return;
      if (how === "push") window.history.pushState(null, "", next);
      else window.history.replaceState(null, "", next);
    },
    [pathname],
  );
  return { url, change };
}
