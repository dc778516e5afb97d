"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { type PageQuestion, PanelDataStore } from "./panel-data-store";

const StoreContext = createContext<PanelDataStore | null>(null);

interface PanelDataProviderProps extends Omit<PageQuestion, "enabled" | "refreshCount"> {
  refreshCount?: number;
  /** False while the values of variables are not known yet: nothing is asked. */
  enabled?: boolean;
  children: ReactNode;
}

/** Asks for all panels below it together: again when range, variables or refreshCount change. */
export function PanelDataProvider({
  children,
  enabled = true,
  refreshCount = 0,
  ...rest
}: PanelDataProviderProps) {
  const { tenant, dashboardUid, range, variables } = rest;
  const [store] = useState(
    () => new PanelDataStore({ tenant, dashboardUid, range, variables, enabled, refreshCount }),
  );
  useEffect(() => {
    store.ask({ tenant, dashboardUid, range, variables, enabled, refreshCount });
  }, [store, tenant, dashboardUid, range, variables, enabled, refreshCount]);
  useEffect(() => () => store.close(), [store]);
  return <StoreContext.Provider value={store}>{children}</StoreContext.Provider>;
}

export function usePanelDataStore(): PanelDataStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error("usePanelData needs a PanelDataProvider above it.");
  return store;
}
