"use client";

import { useMemo, useState } from "react";
import { histogramChart } from "@/components/charts/histogram-chart";
import { UplotChart } from "@/components/charts/uplot-chart";
import { Legend } from "@/components/panels/legend";
import { LegendLayout } from "@/components/panels/legend-layout";
import type { PanelProps } from "@/components/panels/panel-props";
import { prepareHistogram } from "@/lib/shared/panels/histogram/prepare";

export function HistogramPanel({ panel, data, context, width, height }: PanelProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set<string>());
  const model = useMemo(() => prepareHistogram(panel, data, context, hidden), [panel, data, context, hidden]);
  const { options, entries } = model.legend;
  const legend = <Legend entries={entries} options={options} hidden={hidden} onHiddenChange={setHidden} />;
  return (
    <LegendLayout width={width} height={height} options={options} legend={entries.length > 0 ? legend : null}>
      {(size) => (
        <div style={size}>
          <UplotChart
            kind={histogramChart}
            model={model}
            size={size}
            label={`${panel.title || "Histogram"}: ${model.starts.length} buckets`}
          />
        </div>
      )}
    </LegendLayout>
  );
}
