import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useSyncExternalStore } from "react";

interface Address {
  /** Search text and what stands behind the `#`, as they stand together: Next tells of the one, the browser of the other. */
  address: string;
  push: (address: string) => void;
}

/** For pages that keep what is too long for servers behind the `#`. */
export function useAddress(): Address {
  const search = useSearchParams().toString();
  const pathname = usePathname();
  const address = useSyncExternalStore(onHashChange, currentAddress, () => `?${search}`);
  const push = useCallback(
    (next: string) => {
      if (next === currentAddress()) return;
      window.history.pushState(null, "", `${pathname}${next}`);
      // What is pushed is told to nobody.
      window.dispatchEvent(new HashChangeEvent("hashchange"));
    },
    [pathname],
  );
  return { address, push };
}

export function currentAddress(): string {
  return `${window.location.search}${window.location.hash}`;
}

function onHashChange(tell: () => void): () => void {
  window.addEventListener("hashchange", tell);
  return () => window.removeEventListener("hashchange", tell);
}
