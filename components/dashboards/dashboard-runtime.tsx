"use client";

import { createContext, useContext } from "react";
import type { BusyPanels } from "@/lib/client/dashboards/busy-panels";
import type { PanelResults } from "@/lib/client/dashboards/panel-results";
import type { ReadDashboard, ReadVariable } from "@/lib/shared/dashboards/reading-model";
import type { TimeRange } from "@/lib/shared/time/time-range";
import type { MarkStore } from "./annotations/mark-store";

/** What every panel of a page shares. The editor provides the same, so that panel-frame serves both. */
export interface DashboardRuntime {
  tenant: string;
  /** Null for a dashboard that is not stored yet. */
  uid: string | null;
  dashboard: ReadDashboard;
  range: TimeRange;
  timeZone: string;
  theme: "dark" | "light";
  mode: "view" | "edit";
  variables: Record<string, string | string[]>;
  /** Replaces variables by their values, for legends and links. */
  interpolate: (text: string, scoped?: Record<string, string>) => string;
  /** Replaces variables by what the person reads, for titles. */
  titleOf: (text: string, scoped?: Record<string, string>) => string;
  /** Asks the datasource of a variable, its placeholders filled in. */
  askVariable: (
    variable: ReadVariable,
    path: string,
    params: Record<string, string | string[]>,
  ) => Promise<unknown>;
  zoomTo: (range: TimeRange) => void;
  busyPanels: BusyPanels;
  marks: MarkStore;
  panelResults: PanelResults;
}

const DashboardRuntimeContext = createContext<DashboardRuntime | null>(null);

export const DashboardRuntimeProvider = DashboardRuntimeContext.Provider;

export function useDashboardRuntime(): DashboardRuntime {
  const runtime = useContext(DashboardRuntimeContext);
  if (!runtime) throw new Error("useDashboardRuntime needs a DashboardRuntimeProvider above it.");
  return runtime;
}

/** Null outside a dashboard, for charts of other pages. */
export function useOptionalRuntime(): DashboardRuntime | null {
  return useContext(DashboardRuntimeContext);
}
