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
      const { pathname: current, search: now, hash } = window.location;
      const next = `${pathname}${changeDashboardUrl(new URLSearchParams(now), wanted)}${hash}`;
      if (next === `${current}${now}${hash}`) return;
      if (how === "push") window.history.pushState(null, "", next);
      else window.history.replaceState(null, "", next);
    },
    [pathname],
  );
  return { url, change };
}
