import { activePanelKey } from "@/components/dashboards/active-panel-key";
import type { DashboardRuntime } from "@/components/dashboards/dashboard-runtime";
import { copyRange, pasteRange } from "@/components/time/range-clipboard";
import type { DashboardTime } from "@/lib/client/dashboards/use-dashboard-time";
import { useKeys } from "@/lib/client/keys/use-keys";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { useDraftStore } from "./draft-context";
import type { EditorCommands } from "./use-editor-commands";

interface EditorKeysInput {
  commands: EditorCommands;
  runtime: DashboardRuntime;
  time: DashboardTime;
  editedPanelId: number | null;
}

/** Grafana's keys while editing; those of a panel act on the one in focus or under the pointer. */
export function useEditorKeys({ commands, runtime, time, editedPanelId }: EditorKeysInput): void {
  const store = useDraftStore();
  const withPanel = (act: (panel: ReadPanel) => void) => () => {
    const key = focusedKey() ?? activePanelKey();
    const id = editedPanelId ?? (key === null ? null : Number.parseInt(key, 10));
    const panel = runtime.dashboard.panels.find((one) => one.id === id);
    if (panel && commands.dialog === null) act(panel);
  };
  const editing = editedPanelId !== null;
  useKeys([
    { keys: "ctrl+s", run: commands.openSave, inFields: true },
    { keys: "ctrl+z", run: () => store.getState().undo() },
    { keys: "ctrl+shift+z", run: () => store.getState().redo() },
    { keys: "ctrl+y", run: () => store.getState().redo() },
    { keys: "d r", run: time.refresh },
    { keys: "d s", run: commands.openSettings },
    { keys: "t z", run: time.zoomOut },
    { keys: "t left", run: () => time.shift(-1) },
    { keys: "t right", run: () => time.shift(1) },
    { keys: "t a", run: time.makeAbsolute },
    { keys: "t c", run: () => copyRange(time) },
    { keys: "t v", run: () => pasteRange(time) },
    { keys: "e", run: withPanel((panel) => commands.editPanel(editing ? null : panel.id)) },
    { keys: "p d", run: withPanel(commands.duplicate) },
    {
      keys: "p r",
      run: withPanel((panel) => {
        if (editing) commands.editPanel(null);
        commands.remove(panel);
      }),
    },
    { keys: "escape", run: () => editing && commands.dialog === null && commands.editPanel(null) },
  ]);
}

function focusedKey(): string | null {
  return document.activeElement?.closest<HTMLElement>("[data-grid-key]")?.dataset.gridKey ?? null;
}
