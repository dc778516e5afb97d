import classes from "@/components/panels/tooltip.module.css";
import type { PieSlice } from "@/lib/shared/panels/piechart/prepare";

interface SliceTooltipProps {
  active?: boolean;
  payload?: readonly { payload?: PieSlice }[];
}

export function SliceTooltip({ active, payload }: SliceTooltipProps) {
  const slice = payload?.[0]?.payload;
  if (!active || !slice) return null;
  return (
    <div className={classes.tooltip}>
      <span className={classes.swatch} style={{ background: slice.color }} />
      {slice.name}
      <strong>{slice.text}</strong>
      <span className={classes.dim}>{slice.percentText}</span>
    </div>
  );
}
