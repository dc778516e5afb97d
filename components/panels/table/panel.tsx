"use client";

import { useMemo, useState } from "react";
import type { PanelProps } from "@/components/panels/panel-props";
import { prepareTable } from "@/lib/shared/panels/table/prepare";
import { DataTable } from "./data-table";

export function TablePanel({ panel, data, context, width, height }: PanelProps) {
  const [frameIndex, setFrameIndex] = useState<number>();
  const model = useMemo(
    () => prepareTable(panel, data, context, frameIndex),
    [panel, data, context, frameIndex],
  );
  return (
    <DataTable model={model} width={width} height={height} label={panel.title} onFrame={setFrameIndex} />
  );
}
