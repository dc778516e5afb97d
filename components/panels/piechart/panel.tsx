"use client";

import { type MouseEvent, useMemo, useState } from "react";
import { Pie, PieChart, Tooltip } from "recharts";
import { Legend } from "@/components/panels/legend";
import { LegendLayout } from "@/components/panels/legend-layout";
import type { PanelProps } from "@/components/panels/panel-props";
import { useMarkPin } from "@/components/panels/use-mark-pin";
import { readableOn } from "@/lib/shared/panels/fields/color-math";
import { type PiechartModel, type PieSlice, preparePiechart } from "@/lib/shared/panels/piechart/prepare";
import { SliceTooltip, slicesInTooltip } from "./slice-tooltip";

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
  const { pin, pinned, tooltip } = useMarkPin();
  const press = (index: number, event: MouseEvent) => {
    const pressed = model.slices[index];
    if (!pressed || model.tooltip.mode === "none") return;
    const rows = slicesInTooltip(model, pressed).map((one) => ({
      ...{ color: one.color, name: one.name, strong: one === pressed && model.tooltip.mode === "multi" },
      value: [one.text, one.percentText].filter(Boolean).join(" · "),
    }));
    const series = { name: pressed.name, labels: {}, links: pressed.links };
    pin(event, { content: { title: "", rows, more: 0 }, series });
  };
  const labelled = model.slices.some((slice) => slice.labels.length > 0);
  const radius = Math.max(10, Math.min(width, height) / 2 - 6);
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
          strokeWidth={model.slices.length > mostOutlined ? 0 : 1}
          isAnimationActive={false}
          onClick={(_, index, event) => press(index, event)}
          label={labelled ? (slice: LabelPlace) => sliceLabel(slice) : false}
          labelLine={false}
        />
        {model.tooltip.mode === "none" ? null : (
          <Tooltip
            content={<SliceTooltip model={model} />}
            isAnimationActive={false}
            {...(pinned ? { active: false } : {})}
          />
        )}
      </PieChart>
      {tooltip}
    </div>
  );
}

/** Of thinner slices the outline would hide the colour. */
const mostOutlined = 120;

interface LabelPlace {
  cx?: number;
  cy?: number;
  midAngle?: number;
  innerRadius?: number;
  outerRadius?: number;
  percent?: number;
  payload?: PieSlice;
}

const radians = Math.PI / 180;
const line = 14;
const leastShare = 0.05;

/** On the slice, one line a part; thin slices leave it out. */
function sliceLabel({
  cx = 0,
  cy = 0,
  midAngle = 0,
  innerRadius = 0,
  outerRadius = 0,
  percent = 0,
  payload,
}: LabelPlace) {
  if (!payload || payload.labels.length === 0 || percent < leastShare) return null;
  const middle = innerRadius > 0 ? (innerRadius + outerRadius) / 2 : outerRadius * 0.6;
  const x = cx + middle * Math.cos(-midAngle * radians);
  const y = cy + middle * Math.sin(-midAngle * radians) - ((payload.labels.length - 1) * line) / 2;
  return (
    <text
      x={x}
      y={y}
      textAnchor="middle"
      dominantBaseline="central"
      fontSize={12}
      fontWeight={500}
      fill={readableOn(payload.color)}
    >
      {payload.labels.map((label, i) => (
        <tspan key={label} x={x} dy={i === 0 ? 0 : line}>
          {label}
        </tspan>
      ))}
    </text>
  );
}
