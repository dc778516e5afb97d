import { useMemo } from "react";
import { Bar, BarChart, CartesianGrid, Cell, LabelList, Tooltip, XAxis, YAxis } from "recharts";
import type { BarchartModel } from "@/lib/shared/panels/barchart/prepare";
import { BarLabel } from "./bar-label";
import { BarTooltip } from "./bar-tooltip";
import { valueKey } from "./value-key";

interface BarsProps {
  model: BarchartModel;
  width: number;
  height: number;
}

const tick = { fontSize: 12, fill: "var(--ps-dim)" };

/** Draws categories and bars; what they are was decided before. */
export function Bars({ model, width, height }: BarsProps) {
  const rows = useMemo(() => chartRows(model), [model]);
  const domain: [number | "auto", number | "auto"] = [model.min ?? 0, model.max ?? "auto"];
  const lowest = Math.min(0, ...model.series.flatMap((one) => one.values.map((value) => value ?? 0)));
  if (model.min === null && lowest < 0) domain[0] = "auto";
  const value = {
    type: "number",
    domain,
    tickFormatter: model.axisText,
    tick,
    stroke: "var(--ps-border-strong)",
  } as const;
  const category = {
    type: "category",
    dataKey: "category",
    tick,
    stroke: "var(--ps-border-strong)",
  } as const;
  return (
    <BarChart
      width={width}
      height={height}
      data={rows}
      layout={model.horizontal ? "vertical" : "horizontal"}
      stackOffset={model.stacking === "percent" ? "expand" : "none"}
      barCategoryGap={`${Math.round((1 - model.groupWidth) * 50)}%`}
      margin={{ top: model.showValues ? 16 : 6, right: model.horizontal ? 40 : 6, bottom: 0, left: 0 }}
    >
      <CartesianGrid stroke="var(--ps-border)" vertical={model.horizontal} horizontal={!model.horizontal} />
      {model.horizontal ? <XAxis {...value} /> : <XAxis {...category} minTickGap={8} />}
      {model.horizontal ? (
        <YAxis {...category} width={Math.min(width * 0.35, labelWidth(model.categories))} />
      ) : (
        <YAxis {...value} width="auto" />
      )}
      <Tooltip
        content={<BarTooltip model={model} />}
        isAnimationActive={false}
        cursor={{ fill: "var(--ps-hover)" }}
      />
      {model.series.map((one, index) => (
        <Bar
          key={one.key}
          dataKey={valueKey(index)}
          name={one.name}
          fill={one.color}
          stackId={model.stacking === "none" ? undefined : "all"}
          isAnimationActive={false}
        >
          {one.colors ? rows.map((row) => <Cell key={row.id} fill={one.colors?.[row.id]} />) : null}
          {model.showValues && model.stacking === "none" ? (
            <LabelList
              content={(place) => <BarLabel place={place} across={model.horizontal} text={one.text} />}
            />
          ) : null}
        </Bar>
      ))}
    </BarChart>
  );
}

function labelWidth(categories: string[]): number {
  return Math.max(...categories.map((category) => category.length)) * 7 + 12;
}

function chartRows(
  model: BarchartModel,
): { id: number; category: string; [value: `v${number}`]: number | null }[] {
  return model.categories.map((category, id) => {
    const values = model.series.map((one, index) => [valueKey(index), one.values[id] ?? null]);
    return { id, category, ...Object.fromEntries(values) };
  });
}
