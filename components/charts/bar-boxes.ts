import type uPlot from "uplot";
import type { BarchartModel } from "@/lib/shared/panels/barchart/prepare";

/** A bar in canvas pixels. */
export interface BarBox {
  series: number;
  category: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** All bars that there are to draw, those of one series after another. */
export function barBoxes(plot: uPlot, model: BarchartModel, across: boolean): BarBox[] {
  const { bbox } = plot;
  const [origin, length] = across ? [bbox.top, bbox.height] : [bbox.left, bbox.width];
  return model.series.flatMap((one, series) =>
    one.top.flatMap((top, category): BarBox[] => {
      if (top == null || one.values[category] == null) return [];
      const { from, size } = model.places.place(category, series);
      const begin = Math.round(origin + from * length);
      const thick = Math.max(1, Math.round(size * length));
      const ends = [one.base[category] ?? 0, top].map((value) =>
        Math.round(plot.valToPos(value, one.scaleKey, true)),
      );
      const [low, high] = [Math.min(...ends), Math.max(...ends)];
      const box = across
        ? { left: low, width: high - low, top: begin, height: thick }
        : { left: begin, width: thick, top: low, height: high - low };
      return [{ series, category, ...box }];
    }),
  );
}
