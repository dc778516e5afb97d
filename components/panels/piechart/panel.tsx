"use client";

import { useMemo, useState } from "react";
import { Pie, PieChart, Tooltip } from "recharts";
import { Legend } from "@/components/panels/legend";
import { LegendLayout } from "@/components/panels/legend-layout";
import type { PanelProps } from "@/components/panels/panel-props";
import { type PiechartModel, type PieSlice, preparePiechart } from "@/lib/shared/panels/piechart/prepare";
import { SliceTooltip } from "./slice-tooltip";

export function PiechartPanel({ panel, data, context, width, height }: PanelProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const model = useMemo(() => preparePiechart(panel, data, context, hidden), [panel, data, context, hidden]);
  const { entries, legend: options } = model;
  const legend = options.shown ? (
    <Legend entries={entries} options={options} hidden={hidden} onHiddenChange={setHidden} />
  ) : null;
  return (
    <LegendLayout width={width} height={height} options={options} legend={legend}>
      {(size) => <Slices model={model} {...size} />}
    </LegendLayout>
  );
}

function Slices({ model, width, height }: { model: PiechartModel; width: number; height: number }) {
  const labelled = model.slices.some((slice) => slice.label !== "");
  const radius = Math.max(10, Math.min(width, height) / 2 - (labelled ? 34 : 6));
  const label = model.slices.map((slice) => `${slice.name}: ${slice.text}`).join(", ");
  return (
    <div role="img" aria-label={label}>
      <PieChart width={width} height={height} accessibilityLayer={false}>
        <Pie
          data={model.slices.map((slice) => ({ ...slice, fill: slice.color }))}
          dataKey="value"
          nameKey="name"
          outerRadius={radius}
          innerRadius={model.donut ? radius * 0.6 : 0}
          startAngle={90}
          endAngle={-270}
          stroke="var(--ps-panel)"
          strokeWidth={1}
          isAnimationActive={false}
          label={labelled ? (slice: LabelPlace) => sliceLabel(slice) : false}
          labelLine={false}
        />
        <Tooltip content={<SliceTooltip />} isAnimationActive={false} />
      </PieChart>
    </div>
  );
}

interface LabelPlace {
  x?: number;
  y?: number;
  percent?: number;
  textAnchor?: string;
  payload?: PieSlice;
}

/** Beside the slice; very thin slices leave it out. */
function sliceLabel({ x, y, percent, textAnchor, payload }: LabelPlace) {
  if (!payload?.label || (percent ?? 0) < 0.03) return null;
  const anchor = textAnchor === "end" ? "end" : textAnchor === "middle" ? "middle" : "start";
  return (
    <text x={x} y={y} textAnchor={anchor} dominantBaseline="central" fontSize={12} fill="var(--ps-text)">
      {payload.label}
    </text>
  );
}
