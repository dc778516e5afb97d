import { useCallback, useMemo } from "react";
import { currentAddress, useAddress } from "@/lib/client/use-address";
import { changeExploreUrl, type ExploreUrl, readExploreUrl } from "./explore-url";

/** What was asked last stands in the address, so that it can be shared and gone back to. */
export function useExploreUrl(): { url: ExploreUrl; change: (change: Partial<ExploreUrl>) => void } {
  const { address, push } = useAddress();
  const url = useMemo(() => readExploreUrl(address), [address]);
  const change = useCallback(
    (wanted: Partial<ExploreUrl>) => push(changeExploreUrl(currentAddress(), wanted)),
    [push],
  );
  return { url, change };
}
