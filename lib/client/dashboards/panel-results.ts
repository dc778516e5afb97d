import { useSyncExternalStore } from "react";
import type { PanelData } from "@/lib/shared/panels/panel-data";

/** The latest data of every panel on the page, for what looks at a panel from outside: inspect and download. */
export function createPanelResults() {
  const results = new Map<string, PanelData>();
  const listeners = new Set<() => void>();
  return {
    get: (key: string) => results.get(key) ?? null,
    set(key: string, data: PanelData) {
      results.set(key, data);
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

export type PanelResults = ReturnType<typeof createPanelResults>;

export function usePanelResult(results: PanelResults, key: string): PanelData | null {
  return useSyncExternalStore(
    results.subscribe,
    () => results.get(key),
    () => null,
  );
}
