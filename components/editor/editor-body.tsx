"use client";

import { Alert, Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMemo } from "react";
import pageClasses from "@/components/dashboards/dashboard-page.module.css";
import { useDashboardRuntime } from "@/components/dashboards/dashboard-runtime";
import type { GridItem, PanelItem } from "@/lib/client/dashboards/arrange-grid";
import { hasOldRows } from "@/lib/shared/dashboards/edit/rows";
import type { ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import { arrangeForEditing } from "./apply-layout";
import { useDraftDocument } from "./draft-context";
import { EditGrid } from "./edit-grid";
import { EditPanel } from "./edit-panel";
import { PanelEditor } from "./panel-editor/panel-editor";
import type { EditorCommands } from "./use-editor-commands";

interface EditorBodyProps {
  editedPanelId: number | null;
  commands: EditorCommands;
  valuesOf: (variable: string) => readonly string[];
}

/** The grid, or the one panel that is open. */
export function EditorBody({ editedPanelId, commands, valuesOf }: EditorBodyProps) {
  const { dashboard } = useDashboardRuntime();
  const oldRows = hasOldRows(useDraftDocument());
  const items = useMemo(
    () => arrangeForEditing(dashboard).items.map((item) => scoped(item, dashboard, valuesOf)),
    [dashboard, valuesOf],
  );
  const edited = dashboard.panels.find(({ id }) => id === editedPanelId);
  if (edited) {
    const item: PanelItem = {
      kind: "panel",
      key: String(edited.id),
      panel: edited,
      gridPos: edited.gridPos,
      scopedVariables: {},
    };
    const { scopedVariables } = scoped(item, dashboard, valuesOf);
    return <PanelEditor key={edited.id} item={{ ...item, scopedVariables }} commands={commands} />;
  }
  if (items.length === 0) return <NoPanels onAdd={commands.addPanel} />;
  return (
    <>
      {oldRows ? (
        <Alert mb="sm" title="Rows of before Grafana 5">
          Panels keep their rows as they are stored. Moving or adding one turns them into today's grid.
        </Alert>
      ) : null}
      <EditGrid
        items={items}
        commands={commands}
        renderPanel={(item) => <EditPanel item={item} commands={commands} />}
      />
    </>
  );
}

function NoPanels({ onAdd }: { onAdd: () => void }) {
  return (
    <div className={pageClasses.blank}>
      <p>This dashboard has no panels yet.</p>
      <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={onAdd}>
        Add a panel
      </Button>
    </div>
  );
}

/** What repeats is edited once, drawn with the first of its values. */
function scoped<Item extends GridItem>(
  item: Item,
  { rows }: ReadDashboard,
  valuesOf: (variable: string) => readonly string[],
): Item {
  const row = item.kind === "row" ? item.row : rows.find(({ id }) => id === item.panel.rowId);
  const names = [row?.repeat, item.kind === "panel" ? item.panel.repeat : null].filter(
    (name) => name != null,
  );
  const scopedVariables = Object.fromEntries(
    names.flatMap((name) =>
      valuesOf(name)
        .slice(0, 1)
        .map((value) => [name, value]),
    ),
  );
  return { ...item, scopedVariables };
}
