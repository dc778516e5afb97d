"use client";

import { useMemo } from "react";
import { heatmapChart } from "@/components/charts/heatmap-chart";
import { UplotChart } from "@/components/charts/uplot-chart";
import type { PanelProps } from "@/components/panels/panel-props";
import { prepareHeatmap } from "@/lib/shared/panels/heatmap/prepare";
import { ColorLegend } from "./color-legend";

const LEGEND_PX = 20;

export function HeatmapPanel({ panel, data, context, width, height, onZoom, crosshair }: PanelProps) {
  const model = useMemo(() => prepareHeatmap(panel, data, context), [panel, data, context]);
  const { legend, palette, rows } = model;
  return (
    <div style={{ width, height }}>
      <div style={{ height: legend ? height - LEGEND_PX : height }}>
        <UplotChart
          kind={heatmapChart}
          model={model}
          label={`${panel.title || "Heatmap"}: ${rows.length} buckets over time`}
          onZoom={onZoom}
          crosshair={crosshair}
        />
      </div>
      {legend && <ColorLegend palette={palette} {...legend} />}
    </div>
  );
}
