import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { isDirty } from "@/lib/client/dashboards/draft-store";
import { guardLeaving } from "@/lib/client/shell/leave-guard";
import { useDraftStore } from "../draft-context";

export interface LeaveGuard {
  /** True while the person is asked. */
  asking: boolean;
  stay: () => void;
  leave: () => void;
}

/** Asks once before changes are lost: by a link, the palette, the browser's Back, a reload or closing the page. */
export function useLeaveGuard(ownPath: string): LeaveGuard {
  const store = useDraftStore();
  const router = useRouter();
  const [pending, setPending] = useState<{ go: () => void } | null>(null);
  const free = useRef(false);
  const mustAsk = useCallback(() => !free.current && isDirty(store.getState()), [store]);
  useEffect(() => {
    const ask = (go: () => void) => (mustAsk() ? setPending({ go }) : go());
    const onClick = (event: MouseEvent) => {
      const href = leavingHref(event, ownPath);
      if (href === null || !mustAsk()) return;
      event.preventDefault();
      event.stopPropagation();
      ask(() => router.push(href));
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (mustAsk()) event.preventDefault();
    };
    document.addEventListener("click", onClick, true);
    window.addEventListener("beforeunload", onUnload);
    const release = guardLeaving(ask);
    return () => {
      document.removeEventListener("click", onClick, true);
      window.removeEventListener("beforeunload", onUnload);
      release();
    };
  }, [mustAsk, router, ownPath]);
  useBackGuard(
    ownPath,
    mustAsk,
    useCallback((go) => setPending({ go }), []),
  );
  return {
    asking: pending !== null,
    stay: () => setPending(null),
    leave: () => {
      free.current = true;
      pending?.go();
    },
  };
}

/** Holds the browser's Back and Forward up; a browser without the Navigation API goes without asking. */
function useBackGuard(ownPath: string, mustAsk: () => boolean, ask: (go: () => void) => void): void {
  useEffect(() => {
    if (!("navigation" in window)) return;
    const { navigation } = window;
    const onNavigate = (event: NavigateEvent) => {
      const { key, url } = event.destination;
      const leaves = event.navigationType === "traverse" && new URL(url).pathname !== ownPath;
      if (!leaves || !event.cancelable || !mustAsk()) return;
      event.preventDefault();
      ask(() => navigation.traverseTo(key));
    };
    navigation.addEventListener("navigate", onNavigate);
    return () => navigation.removeEventListener("navigate", onNavigate);
  }, [ownPath, mustAsk, ask]);
}

function leavingHref(event: MouseEvent, ownPath: string): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || (link.target !== "" && link.target !== "_self") || link.hasAttribute("download"))
    return null;
  const url = new URL(link.href);
  if (url.origin !== window.location.origin || url.pathname === ownPath) return null;
  return url.pathname + url.search + url.hash;
}
