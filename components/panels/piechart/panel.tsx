"use client";

import { type MouseEvent, useId, useMemo, useState } from "react";
import { Pie, PieChart, Tooltip } from "recharts";
import { cutText } from "@/components/panels/fit-font-size";
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
  const gradientId = useId();
  const radius = Math.max(10, Math.min(width, height) / 2 - margin);
  const inner = model.donut ? radius - Math.max(radius / 3, leastRing) : 0;
  const ends = new Map(model.slices.map(({ color, shades }) => [color, shades]));
  const colors = [...ends.keys()];
  const label = model.slices.map((slice) => `${slice.name}: ${slice.text}`).join(", ");
  return (
    <div role="img" aria-label={label}>
      <PieChart width={width} height={height} accessibilityLayer={false}>
        <defs>
          {[...ends.values()].map(([start, end], index) => (
            <radialGradient
              key={colors[index]}
              id={`${gradientId}-${index}`}
              gradientUnits="userSpaceOnUse"
              cx={width / 2}
              cy={height / 2}
              r={radius}
            >
              <stop offset={inner / radius} stopColor={start} />
              <stop offset={1} stopColor={end} />
            </radialGradient>
          ))}
        </defs>
        <Pie
          data={model.slices.map((slice) => ({
            ...slice,
            fill: `url(#${gradientId}-${colors.indexOf(slice.color)})`,
          }))}
          dataKey="value"
          nameKey="name"
          outerRadius={radius}
          innerRadius={Math.max(0, inner)}
          cornerRadius={model.slices.length > mostOutlined ? 0 : 3}
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

/** Grafana's proportions. */
const margin = 16;
const leastRing = 20;

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
const lineHeight = 1.2;
const leastAngle = 0.3;
/** Of the radius: longer names would cover other slices and theirs. */
const labelRoom = 1.2;

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
  if (!payload || payload.labels.length === 0 || percent * 2 * Math.PI < leastAngle) return null;
  const middle = (outerRadius + (innerRadius > 0 ? innerRadius : outerRadius / 6)) / 2;
  const size = Math.min(
    24,
    Math.max(12, (outerRadius / (payload.labels.includes(payload.name) ? 150 : 100)) * 14),
  );
  const line = size * lineHeight;
  const x = cx + middle * Math.cos(-midAngle * radians);
  const y = cy + middle * Math.sin(-midAngle * radians) - ((payload.labels.length - 1) * line) / 2;
  return (
    <text
      x={x}
      y={y}
      textAnchor="middle"
      dominantBaseline="central"
      fontSize={size}
      fontWeight={500}
      fill={readableOn(payload.shades[1])}
    >
      {payload.labels.map((label, i) => (
        <tspan key={label} x={x} dy={i === 0 ? 0 : line}>
          {cutText(label, size, outerRadius * labelRoom)}
        </tspan>
      ))}
    </text>
  );
}
