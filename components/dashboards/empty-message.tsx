"use client";

import dynamic from "next/dynamic";
import { needsData } from "@/lib/client/dashboards/panel-state";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData } from "@/lib/shared/panels/panel-data";
import { PanelMessage } from "./panel-message";

interface EmptyMessageProps {
  panel: ReadPanel;
  data: PanelData;
  width: number;
  scopedVariables: Record<string, string>;
}

const PanelReason = dynamic(() => import("@/components/explain/panel-reason").then((m) => m.PanelReason), {
  ssr: false,
  loading: () => <PanelMessage>No data in this time range.</PanelMessage>,
});

/** Words where there is nothing to see; the code that finds the reason is loaded with the first empty panel. */
export function EmptyMessage({ panel, data, width, scopedVariables }: EmptyMessageProps) {
  if (!needsData(panel))
    return <PanelMessage>This panel asks nothing yet. Edit it to add a query.</PanelMessage>;
  const refId = data.results[0]?.refId;
  return <PanelReason panel={panel} refId={refId} width={width} scopedVariables={scopedVariables} />;
}
