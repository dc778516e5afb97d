"use client";

import { useMemo } from "react";
import type { PanelProps } from "@/components/panels/panel-props";
import { prepareBargauge } from "@/lib/shared/panels/bargauge/prepare";
import { HorizontalBars } from "./horizontal-bars";
import { VerticalBars } from "./vertical-bars";

export function BargaugePanel({ panel, data, context, width, height }: PanelProps) {
  const model = useMemo(() => prepareBargauge(panel, data, context), [panel, data, context]);
  const vertical = model.orientation === "vertical" || (model.orientation === "auto" && width > height);
  return vertical ? (
    <VerticalBars model={model} width={width} height={height} />
  ) : (
    <HorizontalBars model={model} width={width} height={height} />
  );
}
