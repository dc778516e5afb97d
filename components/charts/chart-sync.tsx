"use client";

import { createContext, type ReactNode, useContext, useId, useMemo } from "react";

export interface ChartSync {
  key: string;
  /** As Grafana's `graphTooltip`: 0 each chart for itself, 1 shared crosshair, 2 shared tooltip. */
  mode: 0 | 1 | 2;
}

const ChartSyncContext = createContext<ChartSync | null>(null);

/** Charts inside share crosshair or tooltip; without it each chart is for itself. */
export function ChartSyncProvider({ mode, children }: { mode: 0 | 1 | 2; children: ReactNode }) {
  const key = useId();
  const sync = useMemo(() => ({ key, mode }), [key, mode]);
  return <ChartSyncContext value={sync}>{children}</ChartSyncContext>;
}

export function useChartSync(): ChartSync | null {
  return useContext(ChartSyncContext);
}
