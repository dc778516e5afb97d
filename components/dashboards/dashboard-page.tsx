"use client";

import dynamic from "next/dynamic";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { ChartSyncProvider } from "@/components/charts/chart-sync";
import { preloadPanels } from "@/components/panels/registry";
import { VariableBar } from "@/components/variables/variable-bar";
import { toggled } from "@/lib/client/dashboards/toggled";
import { transformersOf } from "@/lib/client/dashboards/transformers-of";
import { useDashboardTime } from "@/lib/client/dashboards/use-dashboard-time";
import { useDashboardUrl } from "@/lib/client/dashboards/use-dashboard-url";
import { PanelDataProvider } from "@/lib/client/prometheus/panel-data-provider";
import { usePageTitle } from "@/lib/client/shell/use-page-title";
import type { DatasourceChoice } from "@/lib/client/variables/resolve-variables";
import { useDashboardVariables } from "@/lib/client/variables/use-dashboard-variables";
import { useSyncedValues } from "@/lib/client/variables/use-synced-values";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { versionReference } from "@/lib/shared/prometheus/version-reference";
import { resolveTimeZone } from "@/lib/shared/time/zoned-time";
import { DashboardBody } from "./dashboard-body";
import { DashboardDialogs } from "./dashboard-dialogs";
import { DashboardHeader } from "./dashboard-header";
import { DashboardLinks } from "./dashboard-links";
import classes from "./dashboard-page.module.css";
import { DashboardRuntimeProvider } from "./dashboard-runtime";
import { useDashboardCommands } from "./use-dashboard-commands";
import { useDashboardKeys } from "./use-dashboard-keys";
import { useRuntime } from "./use-runtime";

const AnnotationBar = dynamic(
  () => import("./annotations/annotation-bar").then((module) => module.AnnotationBar),
  {
    ssr: false,
  },
);

interface DashboardPageProps {
  tenant: string;
  dashboard: { uid: string; document: DashboardDocument; starred: boolean };
  datasources: readonly DatasourceChoice[];
  canEdit: boolean;
  /** What a person should know of this dashboard before all else. */
  note?: string | null;
  /** An old version, shown as it was; nothing of it is changed here. */
  version?: number;
}

export function DashboardPage({
  tenant,
  dashboard: { uid, document, starred },
  datasources,
  canEdit,
  note,
  version,
}: DashboardPageProps) {
  const reference = version === undefined ? uid : versionReference(uid, version);
  const dashboard = useMemo(() => readDashboard(document), [document]);
  useEffect(() => {
    preloadPanels(dashboard.panels.map(({ type }) => type));
    for (const panel of dashboard.panels) void transformersOf(panel);
  }, [dashboard]);
  usePageTitle(dashboard.title);
  const { url, change } = useDashboardUrl();
  const time = useDashboardTime(dashboard, url, change);
  // Who may not write queries runs those that are stored.
  const storedUid = canEdit ? undefined : reference;
  const chosen = url.variables;
  const variables = useDashboardVariables({ tenant, dashboard, chosen, time, datasources, storedUid });
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

  return (
    <DashboardRuntimeProvider value={runtime}>
      <div
        className={classes.page}
        data-dashboard-uid={uid}
        data-dashboard-state={settled ? "settled" : "loading"}
        data-kiosk={url.kiosk || undefined}
      >
        {url.kiosk ? null : (
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
              {dashboard.annotations.length > 0 ? (
                <AnnotationBar
                  toggled={url.annotations}
                  onToggle={(name) => change({ annotations: toggled(url.annotations, name) })}
                  ready={variables.ready}
                  refreshCount={time.refreshCount}
                />
              ) : null}
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
        <DashboardDialogs inspect={url.inspect} commands={commands} time={time} />
      </div>
    </DashboardRuntimeProvider>
  );
}

function nextTooltip(mode: 0 | 1 | 2): 0 | 1 | 2 {
  if (mode === 0) return 1;
  return mode === 1 ? 2 : 0;
}
