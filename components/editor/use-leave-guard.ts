import { useEffect } from "react";
import { isDirty } from "@/lib/client/dashboards/draft-store";
import { useDraftStore } from "./draft-context";

/** Asks before the browser closes or reloads a page with changes that are not saved. */
export function useLeaveGuard(): void {
  const store = useDraftStore();
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (isDirty(store.getState())) event.preventDefault();
    };
    window.addEventListener("beforeunload", guard);
    return () => window.removeEventListener("beforeunload", guard);
  }, [store]);
}
