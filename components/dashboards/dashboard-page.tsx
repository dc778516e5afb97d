"use client";

import { useMemo, useState, useSyncExternalStore } from "react";
import { ChartSyncProvider } from "@/components/charts/chart-sync";
import { preloadPanels } from "@/components/panels/registry";
import { VariableBar } from "@/components/variables/variable-bar";
import { toggled } from "@/lib/client/dashboards/toggled";
import { transformersOf } from "@/lib/client/dashboards/transformers-of";
import { useDashboardTime } from "@/lib/client/dashboards/use-dashboard-time";
import { useDashboardUrl } from "@/lib/client/dashboards/use-dashboard-url";
import { type FirstLook, useFirstLook } from "@/lib/client/dashboards/use-first-look";
import { PanelDataProvider } from "@/lib/client/prometheus/panel-data-provider";
import { usePageTitle } from "@/lib/client/shell/use-page-title";
import { useLoaded } from "@/lib/client/use-loaded";
import { useDashboardVariables } from "@/lib/client/variables/use-dashboard-variables";
import { useSyncedValues } from "@/lib/client/variables/use-synced-values";
import { whenIdle } from "@/lib/client/when-idle";
import { readViewedDashboard, type ViewedText } from "@/lib/shared/dashboards/read-viewed-dashboard";
import type { ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import { versionReference } from "@/lib/shared/prometheus/version-reference";
import { resolveTimeZone } from "@/lib/shared/time/zoned-time";
import type { DatasourceChoice } from "@/lib/shared/variables/resolve-variables";
import type { AnnotationBarProps } from "./annotations/annotation-bar";
import { DashboardBody } from "./dashboard-body";
import { DashboardDialogs } from "./dashboard-dialogs";
import { DashboardHeader } from "./dashboard-header";
import { DashboardLinks } from "./dashboard-links";
import classes from "./dashboard-page.module.css";
import { DashboardRuntimeProvider } from "./dashboard-runtime";
import { useDashboardCommands } from "./use-dashboard-commands";
import { useDashboardKeys } from "./use-dashboard-keys";
import { useRuntime } from "./use-runtime";

const loadAnnotationBar = async () => (await import("./annotations/annotation-bar")).AnnotationBar;
/** What was written down by hand is looked for once the panels are drawn. */
const loadLater = async () => {
  await new Promise<void>(whenIdle);
  return loadAnnotationBar();
};

interface DashboardPageProps {
  tenant: string;
  dashboard: ViewedText & { uid: string; starred: boolean };
  datasources: readonly DatasourceChoice[];
  first?: FirstLook | null;
  canEdit: boolean;
  /** What a person should know of this dashboard before all else. */
  note?: string | null;
  /** An old version, shown as it was; nothing of it is changed here. */
  version?: number;
}

export function DashboardPage({
  tenant,
  dashboard: { uid, documentText, shapesText, starred },
  datasources,
  first,
  canEdit,
  note,
  version,
}: DashboardPageProps) {
  const reference = version === undefined ? uid : versionReference(uid, version);
  const dashboard = useMemo(
    () => readViewedDashboard({ documentText, shapesText }),
    [documentText, shapesText],
  );
  usePreloadedCode(dashboard);
  usePageTitle(dashboard.title);
  const { url, change } = useDashboardUrl();
  const opened = useFirstLook(first);
  const time = useDashboardTime(dashboard, url, change, opened.openedAtMs);
  // Who may not write queries runs those that are stored.
  const storedUid = canEdit ? undefined : reference;
  const chosen = url.variables;
  const variables = useDashboardVariables({
    tenant,
    dashboard,
    chosen,
    time,
    datasources,
    storedUid,
    first: opened.values,
  });
  useSyncedValues(url.variables, variables, change);
  const runtime = useRuntime({ tenant, uid: reference, dashboard, time, variables, mode: "view", storedUid });
  const commands = useDashboardCommands({ tenant, uid, url, change, canEdit });
  const [tooltipMode, setTooltipMode] = useState(dashboard.graphTooltip);
  useDashboardKeys({ runtime, time, url, commands, cycleTooltip: () => setTooltipMode(nextTooltip) });
  const panelsSettled = useSyncExternalStore(
    runtime.busyPanels.subscribe,
    runtime.busyPanels.isSettled,
    () => false,
  );
  const settled = panelsSettled && variables.ready;

  const annotationBar =
    dashboard.annotations.length > 0 ? (
      <LateAnnotationBar
        toggled={url.annotations}
        onToggle={(name) => change({ annotations: toggled(url.annotations, name) })}
        ready={variables.ready}
        refreshCount={time.refreshCount}
        canWrite={canEdit && version === undefined}
        silent={url.kiosk}
        late={dashboard.annotations.every(({ stored }) => stored)}
      />
    ) : null;

  return (
    <DashboardRuntimeProvider value={runtime}>
      <div
        className={classes.page}
        data-dashboard-uid={uid}
        data-dashboard-state={settled ? "settled" : "loading"}
        data-kiosk={url.kiosk || undefined}
      >
        {url.kiosk ? (
          annotationBar
        ) : (
          <>
            <DashboardHeader
              tenant={tenant}
              uid={uid}
              starred={starred}
              dashboard={dashboard}
              time={time}
              busy={!settled}
              editHref={commands.editHref(null)}
              onShare={() => commands.share(null)}
            />
            {note ? (
              <p className={classes.note} role="note">
                {note}
              </p>
            ) : null}
            <div className={classes.line}>
              <VariableBar
                controls={variables.controls}
                onChange={(name, value) => change({ variables: { [name]: value } })}
                ask={runtime.askVariable}
              />
              {annotationBar}
              <DashboardLinks tenant={tenant} links={dashboard.links} />
            </div>
          </>
        )}
        <PanelDataProvider
          tenant={tenant}
          dashboardUid={reference}
          range={time.range}
          variables={variables.values}
          timeZone={resolveTimeZone(time.timeZone)}
          refreshCount={time.refreshCount}
          pending={variables.pending}
        >
          <ChartSyncProvider mode={tooltipMode}>
            <DashboardBody viewPanel={url.viewPanel} commands={commands} valuesOf={variables.valuesOf} />
          </ChartSyncProvider>
        </PanelDataProvider>
        <DashboardDialogs inspect={url.inspect} kiosk={url.kiosk} commands={commands} time={time} />
      </div>
    </DashboardRuntimeProvider>
  );
}

function LateAnnotationBar({ late, ...props }: AnnotationBarProps & { late: boolean }) {
  const AnnotationBar = useLoaded(late ? loadLater : loadAnnotationBar);
  return AnnotationBar ? <AnnotationBar {...props} /> : null;
}

/** Under way before anything is drawn: the data may be there first. */
function usePreloadedCode({ panels }: ReadDashboard): void {
  useMemo(() => {
    if (typeof window === "undefined") return;
    preloadPanels(panels.map(({ type }) => type));
    for (const panel of panels) void transformersOf(panel);
  }, [panels]);
}

function nextTooltip(mode: 0 | 1 | 2): 0 | 1 | 2 {
  if (mode === 0) return 1;
  return mode === 1 ? 2 : 0;
}
