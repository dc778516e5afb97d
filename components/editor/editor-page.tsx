"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { ChartSyncProvider } from "@/components/charts/chart-sync";
import pageClasses from "@/components/dashboards/dashboard-page.module.css";
import { DashboardRuntimeProvider } from "@/components/dashboards/dashboard-runtime";
import { useRuntime } from "@/components/dashboards/use-runtime";
import { TimeControls } from "@/components/time/time-controls";
import { VariableBar } from "@/components/variables/variable-bar";
import { createDraftStore } from "@/lib/client/dashboards/draft-store";
import { useDashboardTime } from "@/lib/client/dashboards/use-dashboard-time";
import { useDashboardUrl } from "@/lib/client/dashboards/use-dashboard-url";
import { useDraftLint } from "@/lib/client/dashboards/use-draft-lint";
import { type FirstLook, useFirstLook } from "@/lib/client/dashboards/use-first-look";
import { PanelDataProvider } from "@/lib/client/prometheus/panel-data-provider";
import { usePageTitle } from "@/lib/client/shell/use-page-title";
import { useDashboardVariables } from "@/lib/client/variables/use-dashboard-variables";
import { DraftAnnotations } from "./draft-annotations";
import { DraftProvider, useDraftDocument } from "./draft-context";
import { EditorBody } from "./editor-body";
import { type EditorDatasource, EditorProvider } from "./editor-context";
import { editorContextOf } from "./editor-context-of";
import { EditorHeader } from "./editor-header";
import { LeaveDialog } from "./leave/leave-dialog";
import { useLeaveGuard } from "./leave/use-leave-guard";
import { LoadLintDrawer } from "./lint/load-lint-drawer";
import { SaveDialog } from "./save/save-dialog";
import { SettingsDrawer } from "./settings/settings-drawer";
import { UpgradeButton } from "./upgrade/upgrade-button";
import { useEditorCommands } from "./use-editor-commands";
import { useEditorKeys } from "./use-editor-keys";
import { useFirstAct } from "./use-first-act";
import { useReadDraft } from "./use-read-draft";

interface EditorPageProps {
  tenant: string;
  dashboard: { uid: string; version: number; documentText: string };
  datasources: readonly EditorDatasource[];
  first: FirstLook | null;
}

export function EditorPage(props: EditorPageProps) {
  const { version, documentText } = props.dashboard;
  const [store] = useState(() => createDraftStore(version, JSON.parse(documentText)));
  return (
    <DraftProvider value={store}>
      <Editor {...props} />
    </DraftProvider>
  );
}

function Editor({ tenant, dashboard: { uid }, datasources, first }: EditorPageProps) {
  const dashboard = useReadDraft();
  const { url, change } = useDashboardUrl();
  const opened = useFirstLook(first);
  const time = useDashboardTime(dashboard, url, change, opened.openedAtMs);
  const variables = useDashboardVariables({
    tenant,
    dashboard,
    chosen: url.variables,
    time,
    datasources,
    first: opened.values,
  });
  const runtime = useRuntime({ tenant, uid, dashboard, time, variables, mode: "edit" });
  const { editedPanelId, editPanel, opensSettings, viewSearch } = useEditedPanel();
  const commands = useEditorCommands(editPanel, opensSettings ? "settings" : null);
  const lint = useDraftLint(useDraftDocument());
  const guard = useLeaveGuard(`/t/${tenant}/d/${uid}/edit`);
  useFirstAct(commands, dashboard);
  useEditorKeys({ commands, runtime, time, editedPanelId });
  usePageTitle(dashboard.title);
  const settled = useSyncExternalStore(
    runtime.busyPanels.subscribe,
    runtime.busyPanels.isSettled,
    () => false,
  );
  const [runs] = useState(() => new EventTarget());
  const editor = useMemo(
    () =>
      editorContextOf({
        tenant,
        datasources,
        variables: dashboard.variables,
        values: variables.values,
        runs,
      }),
    [tenant, datasources, dashboard.variables, variables.values, runs],
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
          <EditorHeader
            title={dashboard.title}
            viewHref={`/t/${tenant}/d/${uid}${viewSearch}`}
            commands={commands}
            lint={lint}
            tools={<UpgradeButton panels={dashboard.panels} />}
          >
            <TimeControls time={time} />
          </EditorHeader>
          <div className={pageClasses.line}>
            <VariableBar
              controls={variables.controls}
              onChange={(name, value) => change({ variables: { [name]: value } })}
            />
            <DraftAnnotations ready={variables.ready} refreshCount={time.refreshCount} />
          </div>
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
            controls={variables.controls}
            opened={commands.dialog === "settings"}
            onClose={commands.close}
          />
          {commands.dialog === "lint" ? (
            <LoadLintDrawer
              uid={uid}
              local={lint}
              onEditPanel={editPanel}
              onOpenSettings={commands.openSettings}
              onClose={commands.close}
            />
          ) : null}
          <LeaveDialog guard={guard} onSave={commands.openSave} />
        </div>
      </DashboardRuntimeProvider>
    </EditorProvider>
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
    const query = next.size > 0 ? `?${next}` : "";
    window.history.pushState(null, "", `${window.location.pathname}${query}`);
  }, []);
  // Range and variables go along when the editor is left.
  const view = new URLSearchParams(search);
  view.delete("editPanel");
  view.delete("view");
  const viewSearch = view.size > 0 ? `?${view}` : "";
  return { editedPanelId, editPanel, viewSearch, opensSettings: search.get("view") === "settings" };
}
