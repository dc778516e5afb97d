"use client";

import { useMemo, useState } from "react";
import { Legend } from "@/components/panels/legend";
import { LegendLayout } from "@/components/panels/legend-layout";
import type { PanelProps } from "@/components/panels/panel-props";
import { prepareBargauge } from "@/lib/shared/panels/bargauge/prepare";
import { HorizontalBars } from "./horizontal-bars";
import { VerticalBars } from "./vertical-bars";

export function BargaugePanel({ panel, data, context, width, height }: PanelProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const model = useMemo(() => prepareBargauge(panel, data, context, hidden), [panel, data, context, hidden]);
  const { orientation, entries, legend: options } = model;
  const legend = <Legend entries={entries} options={options} hidden={hidden} onHiddenChange={setHidden} />;
  return (
    <LegendLayout width={width} height={height} options={options} legend={entries.length > 0 ? legend : null}>
      {(size) =>
        orientation === "vertical" || (orientation === "auto" && size.width > size.height) ? (
          <VerticalBars model={model} {...size} />
        ) : (
          <HorizontalBars model={model} {...size} />
        )
      }
    </LegendLayout>
  );
}
