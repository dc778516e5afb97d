"use client";

import { useEffect, useState } from "react";
import { whenIdle } from "@/lib/client/when-idle";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { describePanel } from "@/lib/shared/panels/summary/describe-panel";
import classes from "./panel-frame.module.css";

export interface PanelSummaryProps {
  panel: ReadPanel;
  data: PanelData;
  context: PrepareContext;
}

/** The chart in words, for who cannot see it; written when the page has nothing else to do. */
export function PanelSummary({ panel, data, context }: PanelSummaryProps) {
  const [lines, setLines] = useState<string[]>([]);
  useEffect(() => {
    return whenIdle(() => setLines(describePanel(panel, data, context)));
  }, [panel, data, context]);
  return (
    <div className={classes.summary} data-panel-summary>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
