import { usePathname, useSearchParams } from "next/navigation";
import { useRef, useState } from "react";
import { useForeignAddress } from "@/lib/client/use-foreign-address";
import { type PublishUrl, readPublishUrl, writePublishUrl } from "./publish-url";

type Change = Partial<PublishUrl> | ((url: PublishUrl) => Partial<PublishUrl>);
export type ChangePublishUrl = (change: Change, how?: "push" | "replace") => void;

/** The page's state lives in its address, so that reload, back and sharing keep it. */
export function usePublishUrl(): { url: PublishUrl; change: ChangePublishUrl } {
  const search = useSearchParams().toString();
  const pathname = usePathname();
  const [url, setUrl] = useState(() => readPublishUrl(new URLSearchParams(search)));
  const latest = useRef(url);
  const noteOwn = useForeignAddress(search, (foreign) => {
    latest.current = readPublishUrl(foreign);
    setUrl(latest.current);
  });
  const change: ChangePublishUrl = (part, how = "push") => {
    const next = { ...latest.current, ...(typeof part === "function" ? part(latest.current) : part) };
    latest.current = next;
    setUrl(next);
    const query = writePublishUrl(next);
    noteOwn(query);
    const address = `${pathname}${query}`;
    if (how === "push") window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
  };
  return { url, change };
}
