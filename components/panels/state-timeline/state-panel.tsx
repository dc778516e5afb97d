"use client";

import { stateChart } from "@/components/charts/state-chart";
import { UplotChart } from "@/components/charts/uplot-chart";
import { Legend } from "@/components/panels/legend";
import { LegendLayout } from "@/components/panels/legend-layout";
import type { PanelProps } from "@/components/panels/panel-props";
import type { StatePanelModel } from "@/lib/shared/panels/state-timeline/prepare";

const NONE_HIDDEN: ReadonlySet<string> = new Set<string>();

interface StatePanelProps extends PanelProps {
  model: StatePanelModel;
}

/** The drawing that state timeline and status history share. */
export function StatePanel({ model, panel, width, height, onZoom, crosshair }: StatePanelProps) {
  const { options, entries } = model.legend;
  return (
    <LegendLayout
      width={width}
      height={height}
      options={options}
      legend={
        entries.length > 0 ? (
          <Legend
            entries={entries}
            options={{ ...options, displayMode: "list" }}
            hidden={NONE_HIDDEN}
            onHiddenChange={() => undefined}
          />
        ) : null
      }
    >
      {(size) => (
        <div style={size}>
          <UplotChart
            kind={stateChart}
            model={model}
            label={`${panel.title || "States"}: ${model.lanes.length} series`}
            onZoom={onZoom}
            crosshair={crosshair}
          />
        </div>
      )}
    </LegendLayout>
  );
}
