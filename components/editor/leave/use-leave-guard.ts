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
export function useLeaveGuard(): LeaveGuard {
  const store = useDraftStore();
  const router = useRouter();
  const [pending, setPending] = useState<{ go: () => void } | null>(null);
  const free = useRef(false);
  const mustAsk = useCallback(() => !free.current && isDirty(store.getState()), [store]);
  useEffect(() => {
    const ask = (go: () => void) => (mustAsk() ? setPending({ go }) : go());
    const onClick = (event: MouseEvent) => {
      const href = leavingHref(event);
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
  }, [mustAsk, router]);
  useBackGuard(
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

/** The browser has gone back already when it says so: the page's own entry is put on top again, and then is asked. */
function useBackGuard(mustAsk: () => boolean, ask: (go: () => void) => void): void {
  useEffect(() => {
    const { pathname } = window.location;
    let here = { state: window.history.state, url: window.location.href };
    const remember = () => {
      if (window.location.pathname === pathname)
        here = { state: window.history.state, url: window.location.href };
    };
    const onPopState = (event: PopStateEvent) => {
      if (window.location.pathname === pathname || !mustAsk()) return;
      event.stopImmediatePropagation();
      window.history.pushState(here.state, "", here.url);
      ask(() => window.history.back());
    };
    // The address changes without an event when a panel is opened; the next interaction comes after it.
    document.addEventListener("pointerdown", remember, true);
    document.addEventListener("keydown", remember, true);
    window.addEventListener("popstate", onPopState, true);
    return () => {
      document.removeEventListener("pointerdown", remember, true);
      document.removeEventListener("keydown", remember, true);
      window.removeEventListener("popstate", onPopState, true);
    };
  }, [mustAsk, ask]);
}

function leavingHref(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || (link.target !== "" && link.target !== "_self") || link.hasAttribute("download"))
    return null;
  const url = new URL(link.href);
  if (url.origin !== window.location.origin || url.pathname === window.location.pathname) return null;
  return url.pathname + url.search + url.hash;
}
