"use client";

import { useMemo, useState } from "react";
import type { PanelProps } from "@/components/panels/panel-props";
import { DataTable } from "@/components/panels/table/data-table";
import { prepareTwin } from "@/lib/shared/panels/twin/prepare";

/** The table twin of a chart. */
export function TwinPanel({ panel, data, context, width, height }: PanelProps) {
  const [frameIndex, setFrameIndex] = useState<number>();
  const model = useMemo(
    () => prepareTwin(panel, data, context, frameIndex),
    [panel, data, context, frameIndex],
  );
  return (
    <DataTable model={model} width={width} height={height} label={panel.title} onFrame={setFrameIndex} />
  );
}
