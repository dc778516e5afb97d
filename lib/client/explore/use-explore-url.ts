import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { changeExploreUrl, type ExploreUrl, readExploreUrl } from "./explore-url";

/** What was asked last stands in the address, so that it can be shared and gone back to. */
export function useExploreUrl(): { url: ExploreUrl; change: (change: Partial<ExploreUrl>) => void } {
  const search = useSearchParams();
  const pathname = usePathname();
  const url = useMemo(() => readExploreUrl(new URLSearchParams(search)), [search]);
  const change = useCallback(
    (wanted: Partial<ExploreUrl>) => {
      const next = `${pathname}${changeExploreUrl(new URLSearchParams(window.location.search), wanted)}`;
      if (next !== `${window.location.pathname}${window.location.search}`)
        window.history.pushState(null, "", next);
    },
    [pathname],
  );
  return { url, change };
}
