import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";
import { changeExploreUrl, type ExploreUrl, readExploreUrl } from "./explore-url";

/** What was asked last stands in the address, so that it can be shared and gone back to. */
export function useExploreUrl(): { url: ExploreUrl; change: (change: Partial<ExploreUrl>) => void } {
  const search = useSearchParams().toString();
  const pathname = usePathname();
  // Search and hash are read together, as Next tells of the one alone and the browser of the other.
  const [address, setAddress] = useState(`?${search}`);
  useEffect(() => setAddress(`?${search}${window.location.hash}`), [search]);
  useEffect(() => {
    const read = () => setAddress(currentAddress());
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  const url = useMemo(() => readExploreUrl(address), [address]);
  const change = useCallback(
    (wanted: Partial<ExploreUrl>) => {
      const next = changeExploreUrl(currentAddress(), wanted);
      if (next === currentAddress()) return;
      window.history.pushState(null, "", `${pathname}${next}`);
      setAddress(next);
    },
    [pathname],
  );
  return { url, change };
}

function currentAddress(): string {
  return `${window.location.search}${window.location.hash}`;
}
