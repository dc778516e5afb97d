import type uPlot from "uplot";

interface TimeRange {
  fromMs: number;
  toMs: number;
}

const dragged = new WeakMap<uPlot, TimeRange>();

/** The x scale of charts over time: exactly the model's range, or what fingers are dragging it to. */
export function timeScale(current: () => { range: TimeRange }): uPlot.Scale {
  return {
    time: true,
    range: (plot) => {
      const { fromMs, toMs } = dragged.get(plot) ?? current().range;
      return [fromMs, toMs];
    },
  };
}

/** Shows another range until the next model arrives, or none is given. */
export function dragTimeScale(plot: uPlot, range: TimeRange | null): void {
  if (range) dragged.set(plot, range);
  else dragged.delete(plot);
  const { min, max } = plot.scales.x ?? {};
  if (min !== undefined && max !== undefined) plot.setScale("x", { min, max });
}

export function endTimeDrag(plot: uPlot): void {
  dragged.delete(plot);
}
