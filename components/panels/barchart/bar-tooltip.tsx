import { Fragment } from "react";
import classes from "@/components/panels/tooltip.module.css";
import type { BarchartModel } from "@/lib/shared/panels/barchart/prepare";
import { valueKey } from "./value-key";

interface BarTooltipProps {
  model: BarchartModel;
  active?: boolean;
  label?: string | number;
  payload?: readonly {
    dataKey?: unknown;
    value?: unknown;
    color?: string;
    payload?: { category?: string };
  }[];
}

export function BarTooltip({ model, active, label, payload }: BarTooltipProps) {
  if (!active || !payload?.length) return null;
  return (
    <div className={classes.tooltip}>
      <div className={classes.head}>{payload[0]?.payload?.category ?? label}</div>
      {payload.map(({ dataKey, value, color }) => {
        const series = model.series.find((_, index) => valueKey(index) === dataKey);
        if (!series?.inTooltip || typeof value !== "number") return null;
        return (
          <Fragment key={series.key}>
            <span className={classes.swatch} style={{ background: color }} />
            {series.name}
            <strong>{series.text(value)}</strong>
            <span />
          </Fragment>
        );
      })}
    </div>
  );
}
