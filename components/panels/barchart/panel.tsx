"use client";

import { useMemo, useState } from "react";
import { Legend } from "@/components/panels/legend";
import { LegendLayout } from "@/components/panels/legend-layout";
import type { PanelProps } from "@/components/panels/panel-props";
import { prepareBarchart } from "@/lib/shared/panels/barchart/prepare";
import { Bars } from "./bars";

export function BarchartPanel({ panel, data, context, width, height }: PanelProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const model = useMemo(() => prepareBarchart(panel, data, context, hidden), [panel, data, context, hidden]);
  const { entries, legend: options } = model;
  const legend = options.shown ? (
    <Legend entries={entries} options={options} hidden={hidden} onHiddenChange={setHidden} />
  ) : null;
  return (
    <LegendLayout width={width} height={height} options={options} legend={legend}>
      {(size) => <Bars model={model} {...size} />}
    </LegendLayout>
  );
}
