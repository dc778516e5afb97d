import { useCallback, useEffect, useSyncExternalStore } from "react";
import type { PanelData } from "@/lib/shared/panels/panel-data";
import type { PanelNeed } from "./page-question";
import { usePanelDataStore } from "./panel-data-provider";

interface UsePanelDataOptions extends Omit<PanelNeed, "panelId"> {
  /** Tells copies of a repeated panel apart. */
  key?: string;
}

/** The data of one panel; only what is enabled (near the viewport, say) is asked for and refreshed. */
export function usePanelData(panelId: number, options: UsePanelDataOptions): PanelData {
  const store = usePanelDataStore();
  const {
    key = String(panelId),
    enabled,
    asksNothing,
    maxDataPoints,
    panel,
    scopedVariables,
    uses,
  } = options;
  useEffect(() => {
    store.need(key, { panelId, enabled, asksNothing, maxDataPoints, panel, scopedVariables, uses });
  }, [store, key, panelId, enabled, asksNothing, maxDataPoints, panel, scopedVariables, uses]);
  useEffect(() => () => store.forget(key), [store, key]);
  const subscribe = useCallback((listener: () => void) => store.subscribe(key, listener), [store, key]);
  const read = useCallback(() => store.read(key), [store, key]);
  return useSyncExternalStore(subscribe, read, read);
}
