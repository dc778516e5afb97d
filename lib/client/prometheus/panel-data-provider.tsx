"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { PageScroll } from "@/lib/client/dashboards/page-scroll";
import { DrawPace } from "./draw-pace";
import { fetchPanelBatch } from "./fetch-panel-batch";
import type { PageQuestion } from "./page-question";
import { PanelDataStore } from "./panel-data-store";

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
  const { tenant, dashboardUid, range, variables, timeZone, pending } = rest;
  const question = useMemo(
    () => ({ tenant, dashboardUid, range, variables, timeZone, pending, enabled, refreshCount }),
    [tenant, dashboardUid, range, variables, timeZone, pending, enabled, refreshCount],
  );
  const [scroll] = useState(() => new PageScroll());
  const [pace] = useState(() => new DrawPace(scroll));
  const [store] = useState(() => new PanelDataStore(question, fetchPanelBatch, pace.run));
  useEffect(() => scroll.watch(), [scroll]);
  useEffect(() => store.ask(question), [store, question]);
  useEffect(() => {
    return () => {
      store.close();
      pace.stop();
    };
  }, [store, pace]);
  return <StoreContext.Provider value={store}>{children}</StoreContext.Provider>;
}

export function usePanelDataStore(): PanelDataStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error("usePanelData needs a PanelDataProvider above it.");
  return store;
}
