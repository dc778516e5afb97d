"use client";

import { useMemo } from "react";
import { fitFontSize } from "@/components/panels/fit-font-size";
import type { PanelProps } from "@/components/panels/panel-props";
import { tileGap, tileGrid, tileWidth, withLeast } from "@/components/panels/tile-grid";
import { prepareGauge } from "@/lib/shared/panels/gauge/prepare";
import { Dial } from "./dial";
import classes from "./gauge.module.css";

export function GaugePanel({ panel, data, context, width, height }: PanelProps) {
  const model = useMemo(() => prepareGauge(panel, data, context), [panel, data, context]);
  const grid = withLeast(tileGrid(model.dials.length, { width, height }, model.orientation), model.least);
  const longest = model.dials.reduce((a, dial) => (dial.text.length > a.length ? dial.text : a), "");
  const diameter = Math.min(grid.width, grid.height * 1.15);
  const valueSize =
    model.valueSize ??
    fitFontSize(longest, { width: diameter * 0.55, height: diameter * 0.3 }, 48, { least: 11 });
  return (
    <div className={classes.grid} style={{ gap: tileGap }}>
      {model.dials.map((dial, index) => (
        <Dial
          key={dial.key}
          dial={dial}
          width={tileWidth(grid, index)}
          height={grid.height}
          valueSize={valueSize}
          titleSize={model.titleSize ?? 13}
        />
      ))}
    </div>
  );
}
