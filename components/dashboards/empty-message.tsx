"use client";

import { needsData } from "@/lib/client/dashboards/panel-state";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData } from "@/lib/shared/panels/panel-data";
import { PanelMessage } from "./panel-message";

interface EmptyMessageProps {
  panel: ReadPanel;
  data: PanelData;
}

export function EmptyMessage({ panel }: EmptyMessageProps) {
  if (!needsData(panel))
    return <PanelMessage>This panel asks nothing yet. Edit it to add a query.</PanelMessage>;
  return <PanelMessage>No data in this time range.</PanelMessage>;
}
