"use client";

import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { timeChart } from "@/components/charts/time-chart";
import { UplotChart } from "@/components/charts/uplot-chart";
import { Legend } from "@/components/panels/legend";
import { LegendLayout } from "@/components/panels/legend-layout";
import type { PanelProps } from "@/components/panels/panel-props";
import { SeriesNote } from "@/components/panels/series-note";
import { prepareTimeseries } from "@/lib/shared/panels/timeseries/prepare";

const UnseenNote = dynamic(() => import("./unseen-note").then((module) => module.UnseenNote), { ssr: false });

export function TimeseriesPanel({ panel, data, context, width, height, onZoom, crosshair }: PanelProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string> | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const model = useMemo(
    () => prepareTimeseries(panel, data, context, hidden),
    [panel, data, context, hidden],
  );
  const { options, entries } = model.legend;
  const highlighted = model.series.findIndex(({ key }) => key === hovered);

  return (
    <LegendLayout
      width={width}
      height={height}
      options={options}
      legend={
        entries.length > 0 ? (
          <Legend
            entries={entries}
            options={options}
            hidden={model.hidden}
            onHiddenChange={setHidden}
            onHover={setHovered}
          />
        ) : null
      }
    >
      {(size) => (
        <div style={size}>
          <SeriesNote drawn={model.series.length} leftOut={model.leftOut} />
          {model.unseen ? <UnseenNote reason={model.unseen} /> : null}
          <UplotChart
            kind={timeChart}
            model={model}
            size={size}
            label={`${panel.title || "Time series"}: ${model.series.length} series`}
            onZoom={onZoom}
            highlighted={highlighted < 0 ? null : highlighted}
            crosshair={crosshair}
          />
        </div>
      )}
    </LegendLayout>
  );
}
