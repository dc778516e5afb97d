"use client";

import { useMemo } from "react";
import { fitFontSize } from "@/components/panels/fit-font-size";
import type { PanelProps } from "@/components/panels/panel-props";
import { tileGap, tileGrid } from "@/components/panels/tile-grid";
import { prepareGauge } from "@/lib/shared/panels/gauge/prepare";
import { Dial } from "./dial";
import classes from "./gauge.module.css";

export function GaugePanel({ panel, data, context, width, height }: PanelProps) {
  const model = useMemo(() => prepareGauge(panel, data, context), [panel, data, context]);
  const grid = tileGrid(model.dials.length, { width, height }, model.orientation, { aspect: 1.1 });
  const longest = model.dials.reduce((a, dial) => (dial.text.length > a.length ? dial.text : a), "");
  const diameter = Math.min(grid.width, grid.height * 1.15);
  const valueSize =
    model.valueSize ??
    fitFontSize(longest, { width: diameter * 0.55, height: diameter * 0.3 }, 48, { least: 11 });
  const columns = {
    gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))`,
    gridAutoRows: grid.height,
    gap: tileGap,
  };
  return (
    <div className={classes.grid} style={columns}>
      {model.dials.map((dial) => (
        <Dial
          key={dial.key}
          dial={dial}
          width={grid.width}
          height={grid.height}
          valueSize={valueSize}
          titleSize={model.titleSize ?? 13}
        />
      ))}
    </div>
  );
}
