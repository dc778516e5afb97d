"use client";

import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import type { PanelProps } from "@/components/panels/panel-props";
import { prepareTable } from "@/lib/shared/panels/table/prepare";
import { DataTable } from "./data-table";

const NestedTable = dynamic(() => import("./nested-table").then((module) => module.NestedTable), {
  ssr: false,
});

export function TablePanel({ panel, data, context, width, height }: PanelProps) {
  const [frameIndex, setFrameIndex] = useState<number>();
  const model = useMemo(
    () => prepareTable(panel, data, context, frameIndex),
    [panel, data, context, frameIndex],
  );
  if (model.nested) return <NestedTable {...{ model, panel, context, width, height }} />;
  return (
    <DataTable model={model} width={width} height={height} label={panel.title} onFrame={setFrameIndex} />
  );
}
