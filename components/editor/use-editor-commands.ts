import { useMemo, useState } from "react";
import { newPanel, newRow } from "@/lib/shared/dashboards/edit/new-panel";
import { addPanel, duplicatePanel, nextPanelId, removePanel } from "@/lib/shared/dashboards/edit/panels";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { useDraftStore } from "./draft-context";

export type EditorDialog = "save" | "settings" | null;

export interface EditorCommands {
  dialog: EditorDialog;
  openSave: () => void;
  openSettings: () => void;
  close: () => void;
  addPanel: () => void;
  addRow: () => void;
  duplicate: (panel: ReadPanel) => void;
  remove: (panel: ReadPanel) => void;
  /** Opens the editor of one panel, or goes back to the grid. */
  editPanel: (panelId: number | null) => void;
}

/** What can be done while editing, for header, menus and keys alike. */
export function useEditorCommands(editPanel: (panelId: number | null) => void): EditorCommands {
  const store = useDraftStore();
  const [dialog, setDialog] = useState<EditorDialog>(null);
  return useMemo(() => {
    const { change } = store.getState();
    const document = () => store.getState().history.present.state;
    return {
      dialog,
      openSave: () => setDialog("save"),
      openSettings: () => setDialog("settings"),
      close: () => setDialog(null),
      addPanel: () => {
        const id = nextPanelId(document());
        change("Add panel", (current) => addPanel(current, newPanel(readDashboard(current))));
        editPanel(id);
      },
      addRow: () => change("Add row", (current) => addPanel(current, newRow(readDashboard(current)))),
      duplicate: (panel) =>
        change(`Duplicate ${panel.title}`, (current) => duplicatePanel(current, panel.path)),
      remove: (panel) => change(`Remove ${panel.title}`, (current) => removePanel(current, panel.path)),
      editPanel,
    };
  }, [store, dialog, editPanel]);
}
