"use client";

import { PanelMessage } from "@/components/dashboards/panel-message";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { nothingAsked } from "@/lib/shared/panels/nothing-asked";

/** Words for a panel without a query that can be asked. */
export function NothingAsked({ panel }: { panel: ReadPanel }) {
  return <PanelMessage>{nothingAsked(panel)}</PanelMessage>;
}
