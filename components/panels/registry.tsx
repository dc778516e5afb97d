"use client";

import { type ComponentType, lazy } from "react";
import { loadCode } from "@/lib/client/load-code";
import { isPanelType, type PanelType } from "@/lib/shared/panels/panel-types";
import type { PanelProps } from "./panel-props";
import { StatPanel } from "./stat/panel";
import { TimeseriesPanel } from "./timeseries/panel";

type PanelComponent = ComponentType<PanelProps>;

/** What draws each type. All but the two most common load with the first panel that needs them; the frame gives the Suspense. */
const loaders: Record<PanelType | "unsupported" | "twin", () => Promise<PanelComponent>> = {
  stat: async () => StatPanel,
  gauge: async () => (await import("./gauge/panel")).GaugePanel,
  bargauge: async () => (await import("./bargauge/panel")).BargaugePanel,
  table: async () => (await import("./table/panel")).TablePanel,
  text: async () => (await import("./text/panel")).TextPanel,
  piechart: async () => (await import("./piechart/panel")).PiechartPanel,
  barchart: async () => (await import("./barchart/panel")).BarchartPanel,
  timeseries: async () => TimeseriesPanel,
  heatmap: async () => (await import("./heatmap/panel")).HeatmapPanel,
  histogram: async () => (await import("./histogram/panel")).HistogramPanel,
  "state-timeline": async () => (await import("./state-timeline/panel")).StateTimelinePanel,
  alertlist: async () => (await import("./alertlist/panel")).AlertlistPanel,
  dashlist: async () => (await import("./dashlist/panel")).DashlistPanel,
  "status-history": async () => (await import("./status-history/panel")).StatusHistoryPanel,
  polystat: async () => (await import("./polystat/panel")).PolystatPanel,
  nodeGraph: async () => (await import("./node-graph/panel")).NodeGraphPanel,
  unsupported: async () => (await import("./unsupported/panel")).UnsupportedPanel,
  twin: async () => (await import("./twin/panel")).TwinPanel,
};

type Drawn = keyof typeof loaders;

const loaded = new Map<string, PanelComponent>([
  ["stat", StatPanel],
  ["timeseries", TimeseriesPanel],
]);

async function load(type: Drawn): Promise<PanelComponent> {
  const component = await loadCode(loaders[type], () => late.delete(type));
  loaded.set(type, component);
  return component;
}

const late = new Map<string, PanelComponent>();

function componentOf(type: Drawn): PanelComponent {
  const there = loaded.get(type) ?? late.get(type);
  if (there) return there;
  const component = lazy(async () => ({ default: await load(type) }));
  late.set(type, component);
  return component;
}

/** The component that draws a type; unknown types show their data as a table. Choose once a panel: it may be another later. */
export function panelComponent(storedType: string): PanelComponent {
  return componentOf(drawnType(storedType));
}

/** The component that shows a chart's data as a table. */
export function twinComponent(): PanelComponent {
  return componentOf("twin");
}

function drawnType(storedType: string): Drawn {
  return isPanelType(storedType) ? storedType : "unsupported";
}

/** Fetches the code of these types while their data is still under way, so that they draw without a pause. */
export function preloadPanels(types: Iterable<string>): void {
  for (const type of new Set([...types].map(drawnType))) {
    if (!loaded.has(type)) void load(type).catch(() => undefined);
  }
}
