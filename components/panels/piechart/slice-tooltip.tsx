import { Fragment } from "react";
import classes from "@/components/panels/tooltip.module.css";
import type { PiechartModel, PieSlice } from "@/lib/shared/panels/piechart/prepare";

interface SliceTooltipProps {
  model: PiechartModel;
  active?: boolean;
  payload?: readonly { payload?: PieSlice }[];
}

const mostRows = 20;

/** The slice alone, or all in the order that the panel says. */
export function slicesInTooltip({ slices, tooltip }: PiechartModel, slice: PieSlice): PieSlice[] {
  const { mode, sort } = tooltip;
  if (mode !== "multi") return [slice];
  const sign = sort === "asc" ? 1 : -1;
  return sort === "none" ? slices : slices.toSorted((a, b) => sign * (a.value - b.value));
}

/** The slice under the pointer, or all of them where the panel says so. */
export function SliceTooltip({ model, active, payload }: SliceTooltipProps) {
  const slice = payload?.[0]?.payload;
  if (!active || !slice) return null;
  const shown = slicesInTooltip(model, slice).slice(0, mostRows);
  return (
    <div className={classes.tooltip}>
      {shown.map((one) => (
        <Fragment key={one.key}>
          <span className={classes.swatch} style={{ background: one.color }} />
          {one.name}
          <strong>{one.text}</strong>
          <span className={classes.dim}>{one.percentText}</span>
        </Fragment>
      ))}
    </div>
  );
}
