import { Fragment } from "react";
import classes from "@/components/panels/tooltip.module.css";
import type { PiechartModel, PieSlice } from "@/lib/shared/panels/piechart/prepare";

interface SliceTooltipProps {
  model: PiechartModel;
  active?: boolean;
  payload?: readonly { payload?: PieSlice }[];
}

const mostRows = 20;

/** The slice under the pointer, or all of them where the panel says so. */
export function SliceTooltip({ model, active, payload }: SliceTooltipProps) {
  const slice = payload?.[0]?.payload;
  if (!active || !slice) return null;
  const { mode, sort } = model.tooltip;
  const sign = sort === "asc" ? 1 : -1;
  const sorted = sort === "none" ? model.slices : model.slices.toSorted((a, b) => sign * (a.value - b.value));
  const shown = mode === "multi" ? sorted.slice(0, mostRows) : [slice];
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
