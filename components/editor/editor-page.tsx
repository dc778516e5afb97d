"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { ChartSyncProvider } from "@/components/charts/chart-sync";
import pageClasses from "@/components/dashboards/dashboard-page.module.css";
import { DashboardRuntimeProvider } from "@/components/dashboards/dashboard-runtime";
import { useRuntime } from "@/components/dashboards/use-runtime";
import { TimePicker } from "@/components/time/time-picker";
import { VariableBar } from "@/components/variables/variable-bar";
import { arrangeGrid, type PanelItem } from "@/lib/client/dashboards/arrange-grid";
import { createDraftStore } from "@/lib/client/dashboards/draft-store";
import { useDashboardTime } from "@/lib/client/dashboards/use-dashboard-time";
import { useDashboardUrl } from "@/lib/client/dashboards/use-dashboard-url";
import { useKeys } from "@/lib/client/keys/use-keys";
import { PanelDataProvider } from "@/lib/client/prometheus/panel-data-provider";
import { usePageTitle } from "@/lib/client/shell/use-page-title";
import { useDashboardVariables } from "@/lib/client/variables/use-dashboard-variables";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { DraftProvider, useDraftDocument, useDraftStore } from "./draft-context";
import { EditGrid } from "./edit-grid";
import { EditPanel } from "./edit-panel";
import { type EditorDatasource, EditorProvider } from "./editor-context";
import { editorContextOf } from "./editor-context-of";
import { EditorHeader } from "./editor-header";
import { PanelEditor } from "./panel-editor/panel-editor";
import { SaveDialog } from "./save/save-dialog";
import { SettingsDrawer } from "./settings/settings-drawer";
import { type EditorCommands, useEditorCommands } from "./use-editor-commands";
import { useLeaveGuard } from "./use-leave-guard";

interface EditorPageProps {
  tenant: string;
  dashboard: { uid: string; version: number; document: DashboardDocument };
  datasources: readonly EditorDatasource[];
}

export function EditorPage(props: EditorPageProps) {
  const { version, document } = props.dashboard;
  const [store] = useState(() => createDraftStore(version, document));
  return (
    <DraftProvider value={store}>
      <Editor {...props} />
    </DraftProvider>
  );
}

function Editor({ tenant, dashboard: { uid }, datasources }: EditorPageProps) {
  const document = useDraftDocument();
  const dashboard = useMemo(() => readDashboard(document), [document]);
  const { url, change } = useDashboardUrl();
  const time = useDashboardTime(dashboard, url, change);
  const variables = useDashboardVariables({ tenant, dashboard, chosen: url.variables, time });
  const runtime = useRuntime({ tenant, uid, dashboard, time, variables, mode: "edit" });
  const { editedPanelId, editPanel } = useEditedPanel();
  const commands = useEditorCommands(editPanel);
  useEditorKeys(commands);
  useLeaveGuard();
  usePageTitle(`Edit ${dashboard.title}`);
  const settled = useSyncExternalStore(
    runtime.busyPanels.subscribe,
    runtime.busyPanels.isSettled,
    () => false,
  );
  const editor = useMemo(
    () => editorContextOf(tenant, datasources, dashboard.variables, variables.values),
    [tenant, datasources, dashboard.variables, variables.values],
  );
  return (
    <EditorProvider value={editor}>
      <DashboardRuntimeProvider value={runtime}>
        <div
          className={pageClasses.page}
          data-dashboard-uid={uid}
          data-dashboard-mode="edit"
          data-dashboard-state={settled && variables.ready ? "settled" : "loading"}
        >
          <EditorHeader title={dashboard.title} viewHref={`/t/${tenant}/d/${uid}`} commands={commands}>
            <TimePicker
              raw={time.raw}
              range={time.range}
              timeZone={time.timeZone}
              onChange={time.setRange}
              onTimeZone={time.setTimeZone}
              onShift={time.shift}
              onZoomOut={time.zoomOut}
            />
          </EditorHeader>
          <VariableBar
            controls={variables.controls}
            onChange={(name, value) => change({ variables: { [name]: value } })}
          />
          <PanelDataProvider
            tenant={tenant}
            dashboardUid={uid}
            range={time.range}
            variables={variables.values}
            refreshCount={time.refreshCount}
            enabled={variables.ready}
          >
            <ChartSyncProvider mode={dashboard.graphTooltip}>
              <EditorBody editedPanelId={editedPanelId} commands={commands} valuesOf={variables.valuesOf} />
            </ChartSyncProvider>
          </PanelDataProvider>
          <SaveDialog uid={uid} opened={commands.dialog === "save"} onClose={commands.close} />
          <SettingsDrawer
            dashboard={dashboard}
            opened={commands.dialog === "settings"}
            onClose={commands.close}
          />
        </div>
      </DashboardRuntimeProvider>
    </EditorProvider>
  );
}

interface EditorBodyProps {
  editedPanelId: number | null;
  commands: EditorCommands;
  valuesOf: (variable: string) => readonly string[];
}

function EditorBody({ editedPanelId, commands, valuesOf }: EditorBodyProps) {
  const dashboard = readDashboard(useDraftDocument());
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const editing = editedPanelId !== null;
  const isCollapsed = (key: string, row: { collapsed: boolean }) =>
    !editing && row.collapsed !== toggled.has(key);
  // Repeats are edited at their original, so one value is enough to place them.
  const { items, height } = arrangeGrid(dashboard, {
    valuesOf: (name) => valuesOf(name).slice(0, 1),
    isCollapsed,
  });
  if (editing) {
    const item = items.find(
      (one): one is PanelItem => one.kind === "panel" && one.panel.id === editedPanelId,
    );
    if (item) return <PanelEditor item={item} commands={commands} />;
  }
  return (
    <EditGrid
      items={items}
      height={height}
      onToggleRow={({ key }) => setToggled((before) => before.symmetricDifference(new Set([key])))}
      renderPanel={(item) => <EditPanel item={item} commands={commands} />}
    />
  );
}

/** Which panel is open stands in the address, so that reload and back work. */
function useEditedPanel() {
  const search = useSearchParams();
  const text = search.get("editPanel");
  const editedPanelId = text !== null && /^\d+$/.test(text) ? Number(text) : null;
  const editPanel = useCallback((panelId: number | null) => {
    const next = new URLSearchParams(window.location.search);
    if (panelId === null) next.delete("editPanel");
    else next.set("editPanel", String(panelId));
    window.history.pushState(null, "", `${window.location.pathname}?${next}`);
  }, []);
  return { editedPanelId, editPanel };
}

function useEditorKeys(commands: EditorCommands): void {
  const store = useDraftStore();
  useKeys([
    { keys: "ctrl+s", run: commands.openSave, inFields: true },
    { keys: "ctrl+z", run: () => store.getState().undo() },
    { keys: "ctrl+shift+z", run: () => store.getState().redo() },
    { keys: "d s", run: commands.openSettings },
    { keys: "escape", run: () => commands.editPanel(null) },
  ]);
}
