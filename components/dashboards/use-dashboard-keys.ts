import { useRouter } from "next/navigation";
import { useMemo } from "react";
import type { DashboardUrl } from "@/lib/client/dashboards/dashboard-url";
import type { DashboardTime } from "@/lib/client/dashboards/use-dashboard-time";
import { usePageActions } from "@/lib/client/dashboards/use-page-actions";
import { useKeys } from "@/lib/client/keys/use-keys";
import { activePanelKey } from "./active-panel-key";
import type { DashboardRuntime } from "./dashboard-runtime";
import { openExplore } from "./open-explore";
import type { DashboardCommands } from "./use-dashboard-commands";

interface KeysInput {
  runtime: DashboardRuntime;
  time: DashboardTime;
  url: DashboardUrl;
  commands: DashboardCommands;
  cycleTooltip: () => void;
}

const clipboard = () => import("@/components/time/range-clipboard");

/** Their keys, repeated copies included. */
function shownPanels(): string[] {
  const panels = document.querySelectorAll<HTMLElement>("[data-panel-key]");
  return Array.from(panels, ({ dataset }) => dataset.panelKey ?? "");
}

/** Grafana's keys for a dashboard; those of a panel act on the one under the pointer or in focus. */
export function useDashboardKeys({ runtime, time, url, commands, cycleTooltip }: KeysInput): void {
  const router = useRouter();
  const withPanel = (act: (key: string) => void) => () => {
    const key = activePanelKey() ?? url.viewPanel;
    if (key !== null) act(key);
  };
  const edit = (panelId: number | null, more = "") => {
    const href = commands.editHref(panelId);
    if (href) router.push(more === "" ? href : `${href}${href.includes("?") ? "&" : "?"}${more}`);
  };
  const act = (what: string) =>
    withPanel((key) => edit(null, `act=${what}&panel=${Number.parseInt(key, 10)}`));
  useKeys([
    { keys: "d r", run: time.refresh },
    { keys: "d k", run: commands.toggleKiosk },
    { keys: "d o", run: cycleTooltip },
    { keys: "d s", run: () => edit(null, "view=settings") },
    { keys: "t z", run: time.zoomOut },
    { keys: "t left", run: () => time.shift(-1) },
    { keys: "t right", run: () => time.shift(1) },
    { keys: "t a", run: time.makeAbsolute },
    { keys: "t c", run: () => void clipboard().then(({ copyRange }) => copyRange(time)) },
    { keys: "t v", run: () => void clipboard().then(({ pasteRange }) => pasteRange(time)) },
    { keys: "v", run: withPanel((key) => commands.view(url.viewPanel === null ? key : null)) },
    { keys: "i", run: withPanel((key) => commands.inspect(key)) },
    { keys: "e", run: withPanel((key) => edit(Number.parseInt(key, 10))) },
    { keys: "p d", run: act("duplicate") },
    { keys: "p r", run: act("remove") },
    { keys: "p t", run: withPanel((key) => commands.toggleTable(key)) },
    { keys: "p s", run: withPanel((key) => commands.share(key)) },
    {
      keys: "p x",
      run: withPanel((key) => commands.editHref(null) && openExplore(runtime, key, router.push)),
    },
    { keys: "d l", run: () => shownPanels().forEach(commands.toggleLegend) },
    { keys: "p l", run: withPanel((key) => commands.toggleLegend(key)) },
    {
      keys: "escape",
      run: () => (url.viewPanel === null ? url.kiosk && commands.toggleKiosk() : commands.view(null)),
    },
  ]);
  const { refresh, makeAbsolute } = time;
  usePageActions(
    useMemo(
      () => [
        { id: "refresh", label: "Refresh all panels", keys: "d r", run: refresh },
        { id: "share", label: "Share dashboard", run: () => commands.share(null) },
        { id: "kiosk", label: "Kiosk on or off", keys: "d k", run: commands.toggleKiosk },
        { id: "absolute", label: "Make the time range absolute", keys: "t a", run: makeAbsolute },
      ],
      [refresh, makeAbsolute, commands],
    ),
  );
}
