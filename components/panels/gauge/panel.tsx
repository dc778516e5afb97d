"use client";

import { useMemo } from "react";
import type { PanelProps } from "@/components/panels/panel-props";
import { tileGap, tileGrid, tileWidth, withLeast } from "@/components/panels/tile-grid";
import { prepareGauge } from "@/lib/shared/panels/gauge/prepare";
import { Dial } from "./dial";
import { dialLayout, leastDialWidth } from "./dial-layout";
import classes from "./gauge.module.css";

const leastDial = 48;

export function GaugePanel({ panel, data, context, width, height }: PanelProps) {
  const model = useMemo(() => prepareGauge(panel, data, context), [panel, data, context]);
  const size = { width, height };
  const longest = model.dials.reduce((a, dial) => (dial.text.length > a.length ? dial.text : a), "");
  const leastWidth = Math.max(leastDial, leastDialWidth(longest, model.valueSize));
  const grid = withLeast(tileGrid(model.dials.length, size, model.orientation, { leastWidth }), model.least);
  const layoutOf = (width: number) =>
    dialLayout(
      { width, height: grid.height },
      {
        value: longest,
        hasTitle: model.dials.some((dial) => dial.title !== ""),
        hasRing: model.dials.some((dial) => dial.bands.length > 0),
        labels: model.dials.flatMap((dial) => dial.labels.map(({ text }) => text)),
        valueSize: model.valueSize,
        titleSize: model.titleSize,
      },
    );
  const layouts = new Map([grid.width, grid.lastWidth].map((one) => [one, layoutOf(one)]));
  return (
    <div className={classes.grid} style={{ gap: tileGap }}>
      {model.dials.map((dial, index) => (
        <Dial
          key={dial.key}
          dial={dial}
          width={tileWidth(grid, index)}
          height={grid.height}
          layout={layouts.get(tileWidth(grid, index)) ?? layoutOf(grid.width)}
        />
      ))}
    </div>
  );
}
