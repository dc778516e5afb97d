"use client";

import { useMemo } from "react";
import type { PanelProps } from "@/components/panels/panel-props";
import { prepareStateTimeline } from "@/lib/shared/panels/state-timeline/prepare";
import { StatePanel } from "./state-panel";

export function StateTimelinePanel(props: PanelProps) {
  const { panel, data, context } = props;
  const model = useMemo(() => prepareStateTimeline(panel, data, context), [panel, data, context]);
  return <StatePanel {...props} model={model} />;
}
