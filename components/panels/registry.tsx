"use client";

import { type ComponentType, lazy } from "react";
import { isPanelType, type PanelType } from "@/lib/shared/panels/panel-types";
import type { PanelProps } from "./panel-props";
import { StatPanel } from "./stat/panel";

/** What draws each type. Heavy ones load with the first panel that needs them; the frame gives the Suspense. */
const panelComponents: Record<PanelType, ComponentType<PanelProps>> = {
  stat: StatPanel,
  gauge: lazy(async () => ({ default: (await import("./gauge/panel")).GaugePanel })),
  bargauge: lazy(async () => ({ default: (await import("./bargauge/panel")).BargaugePanel })),
  table: lazy(async () => ({ default: (await import("./table/panel")).TablePanel })),
  text: lazy(async () => ({ default: (await import("./text/panel")).TextPanel })),
  piechart: lazy(async () => ({ default: (await import("./piechart/panel")).PiechartPanel })),
  barchart: lazy(async () => ({ default: (await import("./barchart/panel")).BarchartPanel })),
  timeseries: lazy(async () => ({ default: (await import("./timeseries/panel")).TimeseriesPanel })),
  heatmap: lazy(async () => ({ default: (await import("./heatmap/panel")).HeatmapPanel })),
  histogram: lazy(async () => ({ default: (await import("./histogram/panel")).HistogramPanel })),
  "state-timeline": lazy(async () => ({
    default: (await import("./state-timeline/panel")).StateTimelinePanel,
  })),
  "status-history": lazy(async () => ({
    default: (await import("./status-history/panel")).StatusHistoryPanel,
  })),
};

const Unsupported = lazy(async () => ({ default: (await import("./unsupported/panel")).UnsupportedPanel }));

/** The component that draws a type; unknown types show their data as a table. */
export function panelComponent(type: string): ComponentType<PanelProps> {
  return isPanelType(type) ? panelComponents[type] : Unsupported;
}
