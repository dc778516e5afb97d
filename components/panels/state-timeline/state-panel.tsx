"use client";

import { useMemo, useState } from "react";
import { stateChart } from "@/components/charts/state-chart";
import { UplotChart } from "@/components/charts/uplot-chart";
import { Legend } from "@/components/panels/legend";
import { LegendLayout } from "@/components/panels/legend-layout";
import type { PanelProps } from "@/components/panels/panel-props";
import { TablePages } from "@/components/panels/table/table-pages";
import type { StatePanelModel } from "@/lib/shared/panels/state-timeline/prepare";

const PAGES_PX = 32;
const NONE_HIDDEN: ReadonlySet<string> = new Set<string>();

interface StatePanelProps extends PanelProps {
  model: StatePanelModel;
}

/** The drawing that state timeline and status history share. */
export function StatePanel({ model, panel, width, height, onZoom, crosshair }: StatePanelProps) {
  const { options, entries } = model.legend;
  const [page, setPage] = useState(0);
  const { lanes, perPage } = model;
  const at = Math.min(page, Math.max(0, Math.ceil(lanes.length / perPage) - 1));
  const shown = useMemo(
    () => ({ ...model, lanes: lanes.slice(at * perPage, (at + 1) * perPage) }),
    [model, lanes, at, perPage],
  );
  const paged = lanes.length > perPage;
  return (
    <LegendLayout
      width={width}
      height={height}
      options={options}
      legend={
        entries.length > 0 ? (
          <Legend entries={entries} options={options} hidden={NONE_HIDDEN} onHiddenChange={() => undefined} />
        ) : null
      }
    >
      {(size) => (
        <div style={size}>
          <div style={{ height: paged ? size.height - PAGES_PX : size.height }}>
            <UplotChart
              kind={stateChart}
              model={shown}
              label={`${panel.title || "States"}: ${lanes.length} series`}
              onZoom={onZoom}
              crosshair={crosshair}
            />
          </div>
          {paged ? (
            <TablePages rows={lanes.length} what="series" perPage={perPage} page={at} onPage={setPage} />
          ) : null}
        </div>
      )}
    </LegendLayout>
  );
}
