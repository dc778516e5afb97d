"use client";

import { useMemo, useState } from "react";
import type { PanelProps } from "@/components/panels/panel-props";
import { DataTable } from "@/components/panels/table/data-table";
import { prepareUnsupported } from "@/lib/shared/panels/unsupported/prepare";
import classes from "./unsupported.module.css";

const noteHeight = 44;

/** Says what the panel is and shows what it would draw from. */
export function UnsupportedPanel({ panel, data, context, width, height }: PanelProps) {
  const [frameIndex, setFrameIndex] = useState<number>();
  const model = useMemo(
    () => prepareUnsupported(panel, data, context, frameIndex),
    [panel, data, context, frameIndex],
  );
  const left = height - noteHeight;
  return (
    <div style={{ width, height }}>
      <p className={classes.note} style={{ height: model.empty ? undefined : noteHeight }}>
        A panel of type <code>{model.type}</code> is not drawn here. It is kept as it is
        {model.empty ? "." : "; this is its data."}
      </p>
      {model.empty || left < 60 ? null : (
        <DataTable
          model={model.table}
          width={width}
          height={left}
          label={panel.title}
          onFrame={setFrameIndex}
        />
      )}
    </div>
  );
}
