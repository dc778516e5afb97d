import { type MouseEvent, useId, useMemo } from "react";
import { Bar, BarChart, CartesianGrid, Cell, LabelList, Tooltip, XAxis, YAxis } from "recharts";
import { useMarkPin } from "@/components/panels/use-mark-pin";
import type { BarchartModel } from "@/lib/shared/panels/barchart/prepare";
import { BarLabel } from "./bar-label";
import { BarTooltip } from "./bar-tooltip";
import { EdgeTick } from "./edge-tick";
import { pinOfCategory } from "./pin-of-category";
import { valueKey } from "./value-key";

interface BarsProps {
  model: BarchartModel;
  width: number;
  height: number;
}

const margin = { top: 6, right: 6, bottom: 0, left: 0 };
const tick = { fontSize: 12, fill: "var(--ps-dim)" };

/** Draws categories and bars; what they are was decided before. */
export function Bars({ model, width, height }: BarsProps) {
  const id = useId();
  const horizontal = model.orientation === "horizontal" || (model.orientation === "auto" && width < height);
  const shown = useMemo(() => (horizontal ? null : shortened(model, width)), [horizontal, model, width]);
  const rows = useMemo(() => chartRows(model, shown ?? model.ticks), [model, shown]);
  const { pin, pinned, tooltip } = useMarkPin();
  const press = (category: number, series: number, event: MouseEvent) => {
    const found = pinOfCategory(model, category, series);
    if (found && model.tooltip) pin(event, found);
  };
  const value = {
    type: "number",
    domain: domainOf(model),
    allowDataOverflow: model.min !== null || model.max !== null,
    hide: model.axis.hidden,
    tickFormatter: model.axisText,
    tick,
    tickLine: false,
    axisLine: model.axis.border,
    stroke: "var(--ps-border-strong)",
  } as const;
  const category = {
    type: "category",
    dataKey: "tick",
    interval: "equidistantPreserveStart",
    tick,
    tickLine: false,
    axisLine: model.axis.border,
    stroke: "var(--ps-border-strong)",
  } as const;
  return (
    <>
      <BarChart
        width={width}
        height={height}
        data={rows}
        layout={horizontal ? "vertical" : "horizontal"}
        stackOffset={model.stacking === "percent" ? "expand" : "none"}
        barCategoryGap={`${Math.round((1 - model.groupWidth) * 50)}%`}
        barGap={`${Math.round((1 - model.barWidth) * 100)}%`}
        margin={{ ...margin, top: model.showValues ? 16 : 6, right: horizontal ? 40 : 6 }}
      >
        {model.axis.grid ? (
          <CartesianGrid stroke="var(--ps-border)" vertical={horizontal} horizontal={!horizontal} />
        ) : null}
        <defs>
          {model.series.map(({ key, gradient }, index) =>
            gradient ? (
              <BarGradient
                key={key}
                id={`${id}-${index}`}
                stops={gradient}
                length={horizontal ? width : height}
                across={horizontal}
              />
            ) : null,
          )}
        </defs>
        {horizontal ? (
          <XAxis {...value} label={axisLabel(model, 0, "insideBottom")} />
        ) : (
          <XAxis
            {...category}
            {...(model.tickRotation === 0 ? { tick: <EdgeTick chartWidth={width} /> } : {})}
            minTickGap={8}
            {...(shown ? { interval: 0 } : {})}
            {...turned(model, height)}
            {...spaced(model)}
          />
        )}
        {horizontal ? (
          <YAxis {...category} interval={0} width={Math.min(width * 0.35, labelWidth(model.ticks))} />
        ) : (
          <YAxis
            {...value}
            width="auto"
            orientation={model.axis.right ? "right" : "left"}
            label={axisLabel(model, -90, "insideLeft")}
          />
        )}
        {model.tooltip ? (
          <Tooltip
            content={<BarTooltip model={model} />}
            isAnimationActive={false}
            {...(pinned ? { active: false } : {})}
            cursor={{ fill: "var(--ps-hover)" }}
          />
        ) : null}
        {model.series.map((one, index) => (
          <Bar
            key={one.key}
            dataKey={valueKey(index)}
            name={one.name}
            fill={one.gradient ? `url(#${id}-${index})` : one.color}
            fillOpacity={one.gradient ? 1 : one.fillOpacity}
            stroke={one.color}
            strokeWidth={one.lineWidth}
            radius={model.stacking === "none" ? Math.round(model.barRadius * 40) : 0}
            stackId={model.stacking === "none" ? undefined : "all"}
            isAnimationActive={false}
            onClick={(_, category, event) => press(category, index, event)}
          >
            {one.colors
              ? rows.map((row) => (
                  <Cell key={row.id} fill={one.colors?.[row.id]} stroke={one.colors?.[row.id]} />
                ))
              : null}
            {model.showValues && model.stacking === "none" ? (
              <LabelList
                content={(place) => (
                  <BarLabel place={place} across={horizontal} text={one.text} size={model.valueSize} />
                )}
              />
            ) : null}
          </Bar>
        ))}
      </BarChart>
      {tooltip}
    </>
  );
}

interface BarGradientProps {
  id: string;
  stops: { color: string; opacity: number }[];
  /** Of the chart: all its bars share one gradient. */
  length: number;
  across: boolean;
}

function BarGradient({ id, stops, length, across }: BarGradientProps) {
  const along = across ? { x1: length, x2: 0, y1: 0, y2: 0 } : { x1: 0, x2: 0, y1: 0, y2: length };
  return (
    <linearGradient id={id} gradientUnits="userSpaceOnUse" {...along}>
      {stops.map(({ color, opacity }, place) => (
        <stop key={`${color} ${opacity}`} offset={place} stopColor={color} stopOpacity={opacity} />
      ))}
    </linearGradient>
  );
}

type Bound = number | "auto";

/** Bars stand on zero; soft bounds give way to the data, fixed ones do not. */
function domainOf({ series, min, max, softMin, softMax, stacking }: BarchartModel): [Bound, Bound] {
  if (stacking === "percent") return [0, 1];
  const values = series.flatMap((one) => one.values.map((value) => value ?? 0));
  const lowest = values.reduce((a, b) => Math.min(a, b), softMin ?? 0);
  const highest = values.reduce((a, b) => Math.max(a, b), 0);
  const top: Bound = softMax !== null && softMax > highest ? softMax : "auto";
  return [min ?? (lowest < 0 && lowest !== softMin ? "auto" : lowest), max ?? top];
}

function axisLabel({ axis }: BarchartModel, angle: number, position: "insideLeft" | "insideBottom") {
  if (axis.label === "") return undefined;
  return { value: axis.label, angle, position, fill: "var(--ps-dim)", fontSize: 12 } as const;
}

/** Turned labels need height: that of the longest, up to a third of the panel. */
function turned({ tickRotation, ticks }: BarchartModel, height: number) {
  if (tickRotation === 0) return {};
  const lean = Math.abs(Math.sin((tickRotation * Math.PI) / 180));
  return {
    angle: tickRotation,
    textAnchor: tickRotation > 0 ? ("start" as const) : ("end" as const),
    interval: 0 as const,
    height: Math.min(height / 3, 20 + labelWidth(ticks) * lean),
  };
}

const leastLabel = 36;

/** Labels cut to the room that each has where they would not fit as they are; null where they do, or have hardly any. */
function shortened({ ticks, tickRotation, tickSpacing }: BarchartModel, width: number): string[] | null {
  const room = (width - 50) / Math.max(1, ticks.length) - 6;
  if (tickRotation !== 0 || tickSpacing !== 0 || room < leastLabel || labelWidth(ticks) <= room) return null;
  const most = Math.floor(room / 7) - 1;
  return ticks.map((text) => (text.length > most + 1 ? `${text.slice(0, most)}…` : text));
}

function spaced({ tickSpacing }: BarchartModel) {
  if (tickSpacing === 0) return {};
  const interval = tickSpacing > 0 ? ("preserveStart" as const) : ("preserveEnd" as const);
  return { interval, minTickGap: Math.abs(tickSpacing) };
}

function labelWidth(categories: string[]): number {
  return categories.reduce((most, category) => Math.max(most, category.length), 0) * 7 + 12;
}

function chartRows(
  model: BarchartModel,
  ticks: string[],
): { id: number; category: string; tick: string; [value: `v${number}`]: number | null }[] {
  return model.categories.map((category, id) => {
    const values = model.series.map((one, index) => [valueKey(index), one.values[id] ?? null]);
    return { id, category, tick: ticks[id] ?? "", ...Object.fromEntries(values) };
  });
}
