"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import type { PanelItem } from "@/lib/client/dashboards/arrange-grid";
import { panelLinks } from "@/lib/client/dashboards/panel-links";
import { isChart, needsData } from "@/lib/client/dashboards/panel-state";
import { toggleLegend } from "@/lib/client/dashboards/toggle-legend";
import { useDashboardRuntime } from "./dashboard-runtime";
import { openExplore } from "./open-explore";
import { PanelFrame } from "./panel-frame";
import { type PanelActions, PanelMenu } from "./panel-menu";
import type { DashboardCommands } from "./use-dashboard-commands";

interface DashboardPanelProps {
  item: PanelItem;
  commands: DashboardCommands;
  viewed: boolean;
}

/** A panel on its page: the frame with the menu of what can be done while viewing. */
export function DashboardPanel({ item, commands, viewed }: DashboardPanelProps) {
  const runtime = useDashboardRuntime();
  const router = useRouter();
  const { key, scopedVariables } = item;
  const legendToggled = commands.legendToggled.has(key);
  const panel = useMemo(
    () => (legendToggled ? toggleLegend(item.panel) : item.panel),
    [item.panel, legendToggled],
  );
  const asTable = commands.tables.includes(key);
  const title = runtime.titleOf(panel.title, scopedVariables);
  const actions: PanelActions = {
    viewed,
    view: () => commands.view(viewed ? null : key),
    editHref: commands.editHref(panel.id),
    toggleTable: isChart(panel.type) && needsData(panel) ? () => commands.toggleTable(key) : null,
    asTable,
    explore:
      needsData(panel) && commands.editHref(null) ? () => void openExplore(runtime, key, router.push) : null,
    copy: commands.editHref(null)
      ? () => void import("./copy-to-browser").then((module) => module.copyToBrowser(item.panel.raw))
      : null,
    inspect: () => commands.inspect(key),
    share: () => commands.share(key),
    exportCsv: () => {
      const data = runtime.panelResults.get(key);
      void import("./export-panel-csv").then(({ exportPanelCsv }) => exportPanelCsv(title, data));
    },
    links: panelLinks(panel.links, runtime.tenant, (text) => runtime.interpolate(text, scopedVariables)),
  };
  return (
    <PanelFrame
      panel={panel}
      itemKey={key}
      scopedVariables={scopedVariables}
      asTable={asTable}
      menu={(control) => <PanelMenu title={title} control={control} actions={actions} />}
    />
  );
}
