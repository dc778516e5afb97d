"use client";

import dynamic from "next/dynamic";
import type { DashboardTime } from "@/lib/client/dashboards/use-dashboard-time";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { useDashboardRuntime } from "./dashboard-runtime";
import type { DashboardCommands } from "./use-dashboard-commands";

const ShareDialog = dynamic(() => import("./share-dialog").then((module) => module.ShareDialog), {
  ssr: false,
});
const InspectDrawer = dynamic(
  () => import("./inspect/inspect-drawer").then((module) => module.InspectDrawer),
  {
    ssr: false,
  },
);
const LeaveKiosk = dynamic(() => import("./leave-kiosk").then((module) => module.LeaveKiosk), { ssr: false });

interface DashboardDialogsProps {
  inspect: string | null;
  kiosk: boolean;
  commands: DashboardCommands;
  time: DashboardTime;
}

export function DashboardDialogs({ inspect, kiosk, commands, time }: DashboardDialogsProps) {
  const { dashboard, titleOf, variables, panelResults } = useDashboardRuntime();
  const inspected = inspect === null ? null : panelOf(dashboard.panels, inspect);
  const shared = commands.shared ? panelOf(dashboard.panels, commands.shared) : null;
  return (
    <>
      {inspect !== null && inspected ? (
        <InspectDrawer
          panel={inspected}
          itemKey={inspect}
          title={titleOf(inspected.title)}
          timeZone={time.timeZone}
          results={panelResults}
          onClose={() => commands.inspect(null)}
        />
      ) : null}
      {kiosk ? <LeaveKiosk onLeave={commands.toggleKiosk} /> : null}
      {commands.shared === undefined ? null : (
        <ShareDialog
          panel={
            shared ? { key: commands.shared ?? "", title: titleOf(shared.title), json: shared.raw } : null
          }
          time={time}
          variables={variables}
          onClose={commands.closeShare}
        />
      )}
    </>
  );
}

/** Keys of repeated copies begin with the panel's id. */
function panelOf(panels: readonly ReadPanel[], key: string): ReadPanel | null {
  const id = Number.parseInt(key, 10);
  return panels.find((panel) => panel.id === id) ?? null;
}
