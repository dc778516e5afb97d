import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { type PublishUrl, readPublishUrl, writePublishUrl } from "./publish-url";

type Change = Partial<PublishUrl> | ((url: PublishUrl) => Partial<PublishUrl>);
export type ChangePublishUrl = (change: Change, how?: "push" | "replace") => void;

/** The page's state lives in its address, so that reload, back and sharing keep it. */
export function usePublishUrl(): { url: PublishUrl; change: ChangePublishUrl } {
  const search = useSearchParams().toString();
  const pathname = usePathname();
  const [url, setUrl] = useState(() => readPublishUrl(new URLSearchParams(search)));
  const latest = useRef(url);
  // The address lags behind quick choices; what it says counts only when somebody else wrote it.
  const written = useRef(new Set<string>());
  useEffect(() => {
    const forget = () => written.current.clear();
    window.addEventListener("popstate", forget);
    return () => window.removeEventListener("popstate", forget);
  }, []);
  useEffect(() => {
    if (written.current.has(search)) return;
    latest.current = readPublishUrl(new URLSearchParams(search));
    setUrl(latest.current);
  }, [search]);
  const change: ChangePublishUrl = (part, how = "push") => {
    const next = { ...latest.current, ...(typeof part === "function" ? part(latest.current) : part) };
    latest.current = next;
    setUrl(next);
    const query = writePublishUrl(next);
    written.current.add(new URLSearchParams(query).toString());
    const address = `${pathname}${query}`;
    if (how === "push") window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
  };
  return { url, change };
}
