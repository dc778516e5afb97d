"use client";

import { useMemo } from "react";
import { heatmapChart } from "@/components/charts/heatmap-chart";
import { UplotChart } from "@/components/charts/uplot-chart";
import type { PanelProps } from "@/components/panels/panel-props";
import { prepareHeatmap } from "@/lib/shared/panels/heatmap/prepare";
import { ColorLegend } from "./color-legend";

const LEGEND_PX = 47;
const LOW_LEGEND_PX = 20;
/** Grafana gives the legend no more of the panel than this. */
const LEGEND_SHARE = 0.2;

export function HeatmapPanel({ panel, data, context, width, height, onZoom, crosshair }: PanelProps) {
  const model = useMemo(() => prepareHeatmap(panel, data, context), [panel, data, context]);
  const { legend, palette, rows } = model;
  const legendPx = height * LEGEND_SHARE >= LEGEND_PX ? LEGEND_PX : LOW_LEGEND_PX;
  return (
    <div style={{ width, height }}>
      <div style={{ height: legend ? height - legendPx : height }}>
        <UplotChart
          kind={heatmapChart}
          model={model}
          label={`${panel.title || "Heatmap"}: ${rows.length} buckets over time`}
          onZoom={onZoom}
          crosshair={crosshair}
        />
      </div>
      {legend && <ColorLegend palette={palette} {...legend} height={legendPx} />}
    </div>
  );
}
