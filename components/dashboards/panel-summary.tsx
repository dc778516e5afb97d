"use client";

import { useEffect, useState } from "react";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { describePanel } from "@/lib/shared/panels/summary/describe-panel";
import classes from "./panel-frame.module.css";

interface PanelSummaryProps {
  panel: ReadPanel;
  data: PanelData;
  context: PrepareContext;
}

const restMs = 1_000;

/** The chart in words, for who cannot see it; written when the page has nothing else to do. */
export function PanelSummary({ panel, data, context }: PanelSummaryProps) {
  const [lines, setLines] = useState<string[]>([]);
  useEffect(() => {
    const write = () => setLines(describePanel(panel, data, context));
    if (typeof requestIdleCallback === "undefined") {
      const timer = setTimeout(write, restMs);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(write);
    return () => cancelIdleCallback(idle);
  }, [panel, data, context]);
  return (
    <div className={classes.summary} data-panel-summary>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
