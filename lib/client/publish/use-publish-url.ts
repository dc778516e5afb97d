import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { type PublishUrl, readPublishUrl, writePublishUrl } from "./publish-url";

export type ChangePublishUrl = (part: Partial<PublishUrl>, how?: "push" | "replace") => void;

/** The page's state lives in its address, so that reload, back and sharing keep it. */
export function usePublishUrl(): { url: PublishUrl; change: ChangePublishUrl } {
  const search = useSearchParams();
  const pathname = usePathname();
  const url = useMemo(() => readPublishUrl(new URLSearchParams(search)), [search]);
  const change: ChangePublishUrl = (part, how = "push") => {
    const address = `${pathname}${writePublishUrl({ ...url, ...part })}`;
    if (how === "push") window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
  };
  return { url, change };
}
