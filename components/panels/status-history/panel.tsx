"use client";

import { useMemo } from "react";
import type { PanelProps } from "@/components/panels/panel-props";
import { StatePanel } from "@/components/panels/state-timeline/state-panel";
import { prepareStatusHistory } from "@/lib/shared/panels/status-history/prepare";

export function StatusHistoryPanel(props: PanelProps) {
  const { panel, data, context } = props;
  const model = useMemo(() => prepareStatusHistory(panel, data, context), [panel, data, context]);
  return <StatePanel {...props} model={model} />;
}
