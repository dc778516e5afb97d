"use client";

import { useMemo, useState } from "react";
import { barChart } from "@/components/charts/bar-chart";
import { UplotChart } from "@/components/charts/uplot-chart";
import { Legend } from "@/components/panels/legend";
import { LegendLayout } from "@/components/panels/legend-layout";
import type { PanelProps } from "@/components/panels/panel-props";
import { prepareBarchart } from "@/lib/shared/panels/barchart/prepare";

export function BarchartPanel({ panel, data, context, width, height }: PanelProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const model = useMemo(() => prepareBarchart(panel, data, context, hidden), [panel, data, context, hidden]);
  const { entries, legend: options, orientation, categories } = model;
  const across = orientation === "horizontal" || (orientation === "auto" && width < height);
  const legend = options.shown ? (
    <Legend entries={entries} options={options} hidden={hidden} onHiddenChange={setHidden} />
  ) : null;
  return (
    <LegendLayout width={width} height={height} options={options} legend={legend}>
      {(size) => (
        <div style={size}>
          <UplotChart
            key={String(across)}
            kind={barChart(across)}
            model={model}
            size={size}
            label={`${panel.title || "Bar chart"}: ${categories.length} bars`}
          />
        </div>
      )}
    </LegendLayout>
  );
}
