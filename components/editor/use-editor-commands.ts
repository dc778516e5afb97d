import { useMemo, useState } from "react";
import { notifyUndo } from "@/components/ui/notify-undo";
import { moveRow } from "@/lib/shared/dashboards/edit/move-row";
import { newPanel, newRow, pastedPanel } from "@/lib/shared/dashboards/edit/new-panel";
import { addPanel, duplicatePanel, nextPanelId, removePanel } from "@/lib/shared/dashboards/edit/panels";
import { removeRow, setRowCollapsed, upgradeRows } from "@/lib/shared/dashboards/edit/rows";
import { setInDocument } from "@/lib/shared/dashboards/edit/set-in-document";
import { mergeDashboards } from "@/lib/shared/dashboards/merge/merge-dashboards";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { ReadPanel, ReadRow } from "@/lib/shared/dashboards/reading-model";
import type { JsonObject } from "@/lib/shared/json";
import { applyLayout, type Place } from "./apply-layout";
import { useDraftStore } from "./draft-context";
import { focusInGrid } from "./focus-in-grid";

export type EditorDialog = "save" | "settings" | "lint" | null;

export interface EditorCommands {
  dialog: EditorDialog;
  openSave: () => void;
  openSettings: () => void;
  openLint: () => void;
  close: () => void;
  addPanel: () => void;
  addRow: () => void;
  /** Puts a copied panel below all others. */
  paste: (panel: JsonObject) => void;
  duplicate: (panel: ReadPanel) => void;
  remove: (panel: ReadPanel) => void;
  place: (places: readonly Place[], label: string) => void;
  toggleRow: (row: ReadRow) => void;
  renameRow: (row: ReadRow, title: string) => void;
  /** Past the row above or below, with its panels. */
  moveRow: (row: ReadRow, by: -1 | 1) => void;
  /** Draws the row once for each value of a variable; null: once. */
  repeatRow: (row: ReadRow, variable: string | null) => void;
  removeRow: (row: ReadRow, withPanels: boolean) => void;
  /** Opens the editor of one panel, or goes back to the grid. */
  editPanel: (panelId: number | null) => void;
}

/** What can be done while editing, for header, menus and keys alike. */
export function useEditorCommands(
  editPanel: (panelId: number | null) => void,
  firstDialog: EditorDialog,
): EditorCommands {
  const store = useDraftStore();
  const [dialog, setDialog] = useState<EditorDialog>(firstDialog);
  return useMemo(() => {
    const { change } = store.getState();
    const document = () => store.getState().history.present.state;
    const undoable = (label: string, message: string, apply: Parameters<typeof change>[1]) => {
      const before = document();
      change(label, apply);
      const after = document();
      notifyUndo(message, () => {
        if (document() === after) store.getState().undo();
        else change("Put back", (current) => mergeDashboards(after, current, before).document);
      });
    };
    return {
      dialog,
      openSave: () => setDialog("save"),
      openSettings: () => setDialog("settings"),
      openLint: () => setDialog("lint"),
      close: () => setDialog(null),
      addPanel: () => {
        const id = nextPanelId(upgradeRows(document()));
        change("Add panel", (current) => {
          const grid = upgradeRows(current);
          return addPanel(grid, newPanel(readDashboard(grid)));
        });
        editPanel(id);
      },
      addRow: () =>
        change("Add row", (current) => {
          const grid = upgradeRows(current);
          return addPanel(grid, newRow(readDashboard(grid)));
        }),
      paste: (panel) => {
        const id = nextPanelId(upgradeRows(document()));
        change(`Paste ${panel.title || "panel"}`, (current) => {
          const grid = upgradeRows(current);
          return addPanel(grid, pastedPanel(readDashboard(grid), panel));
        });
        // The menu gives the focus back to its button as it closes.
        setTimeout(() => {
          if (window.document.activeElement instanceof HTMLElement) window.document.activeElement.blur();
          focusInGrid(id);
        }, 200);
      },
      duplicate: (panel) =>
        change(`Duplicate ${nameOf(panel)}`, (current) => duplicatePanel(current, panel.path)),
      remove: (panel) =>
        undoable(`Remove ${nameOf(panel)}`, `Removed "${nameOf(panel)}".`, (current) =>
          removePanel(current, panel.path),
        ),
      place: (places, label) => change(label, (current) => applyLayout(current, places)),
      toggleRow: (row) =>
        change(row.collapsed ? `Expand row ${row.title}` : `Collapse row ${row.title}`, (current) =>
          setRowCollapsed(current, row.path, !row.collapsed),
        ),
      renameRow: (row, title) =>
        change("Rename row", (current) => setInDocument(current, [...row.path, "title"], title)),
      moveRow: (row, by) => change(`Move row ${row.title}`, (current) => moveRow(current, row.path, by)),
      repeatRow: (row, variable) =>
        change(`Repeat row ${row.title}`, (current) =>
          setInDocument(current, [...row.path, "repeat"], variable ?? undefined),
        ),
      removeRow: (row, withPanels) =>
        undoable(`Remove row ${row.title}`, `Removed row "${row.title}".`, (current) =>
          removeRow(current, row.path, withPanels),
        ),
      editPanel,
    };
  }, [store, dialog, editPanel]);
}

function nameOf({ title, id }: ReadPanel): string {
  return title || `panel ${id}`;
}
