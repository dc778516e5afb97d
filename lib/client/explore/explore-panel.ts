import { readPanel } from "@/lib/shared/dashboards/read-panel";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";

/** A time series panel that stands in no dashboard, for what is being explored. */
export function explorePanel(exprs: readonly { refId: string; expr: string }[]): ReadPanel {
  return readPanel(
    {
      type: "timeseries",
      title: "",
      // Names of several queries need the metric to tell them apart.
      targets: exprs.map(({ refId, expr }) => ({
        refId,
        expr,
        legendFormat: exprs.length > 1 ? "" : "__auto",
      })),
      fieldConfig: {
        defaults: { custom: { drawStyle: "line", lineWidth: 1, fillOpacity: 0 } },
        overrides: [],
      },
      options: {
        legend: { showLegend: true, displayMode: "list", placement: "bottom" },
        tooltip: { mode: "multi", sort: "desc" },
      },
    },
    { id: 1, path: [], gridPos: { x: 0, y: 0, w: 24, h: 12 }, rowId: null },
  );
}
