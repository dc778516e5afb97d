import { useSyncExternalStore } from "react";
import type { PanelData } from "@/lib/shared/panels/panel-data";

const noVariables = {};

/** The latest data of every panel on the page, for what looks at a panel from outside: inspect and download. */
export function createPanelResults() {
  const results = new Map<string, PanelData>();
  const scopes = new Map<string, Record<string, string>>();
  const listeners = new Set<() => void>();
  return {
    get: (key: string) => results.get(key) ?? null,
    /** The variables that a repeated copy has of its own. */
    scopeOf: (key: string) => scopes.get(key) ?? noVariables,
    set(key: string, data: PanelData, scopedVariables: Record<string, string>) {
      results.set(key, data);
      scopes.set(key, scopedVariables);
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
