import { useComputedColorScheme } from "@mantine/core";
import { use, useCallback, useMemo, useState } from "react";
import { askedDatasource } from "@/lib/client/dashboards/asked-datasource";
import { createBusyPanels } from "@/lib/client/dashboards/busy-panels";
import { createPanelResults } from "@/lib/client/dashboards/panel-results";
import type { DashboardTime } from "@/lib/client/dashboards/use-dashboard-time";
import { askPrometheus } from "@/lib/client/prometheus/ask-prometheus";
import { TenantContext } from "@/lib/client/shell/tenant-context";
import { findVariableNames, labelOfPath } from "@/lib/client/variables/find-variable-names";
import type { DashboardVariables } from "@/lib/client/variables/use-dashboard-variables";
import type { ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import { buildScope } from "@/lib/shared/variables/build-scope";
import { builtinVariables } from "@/lib/shared/variables/builtin-variables";
import { interpolate as interpolateText } from "@/lib/shared/variables/interpolate";
import { createMarkStore } from "./annotations/mark-store";
import type { DashboardRuntime } from "./dashboard-runtime";

interface RuntimeInput {
  tenant: string;
  uid: string | null;
  dashboard: ReadDashboard;
  time: Pick<DashboardTime, "raw" | "range" | "timeZone" | "zoomTo">;
  variables: DashboardVariables;
  mode: "view" | "edit";
  /** Of the dashboard whose stored queries alone may be run. */
  storedUid?: string;
}

/** Joins what the panels of a page share; stays the same object while nothing of it changes. */
export function useRuntime({
  tenant,
  uid,
  dashboard,
  time,
  variables,
  mode,
  storedUid,
}: RuntimeInput): DashboardRuntime {
  const theme = useComputedColorScheme("dark", { getInitialValueInEffect: false });
  const org = use(TenantContext);
  const [busyPanels] = useState(createBusyPanels);
  const [marks] = useState(createMarkStore);
  const [panelResults] = useState(createPanelResults);
  const { range, timeZone, zoomTo } = time;
  const { from, to } = time.raw;
  const { withOptions, chosen: values } = variables;
  const { fromMs, toMs } = range;
  const scopeFor = useCallback(
    (scoped?: Record<string, string>) =>
      buildScope({
        variables: withOptions,
        values,
        scoped,
        range: { fromMs, toMs },
        builtins: builtinVariables({
          fromMs,
          toMs,
          rawRange: { from, to },
          dashboard: { uid, title: dashboard.title },
          tenant: org,
          timeZone,
        }),
      }),
    [withOptions, values, fromMs, toMs, from, to, uid, dashboard.title, org, timeZone],
  );
  const texts = useMemo(() => {
    const plain = scopeFor();
    const scopeOf = (scoped: Record<string, string> = {}) =>
      Object.keys(scoped).length > 0 ? scopeFor(scoped) : plain;
    return {
      interpolate: (text: string, scoped?: Record<string, string>) => interpolateText(text, scopeOf(scoped)),
      titleOf: (text: string, scoped?: Record<string, string>) =>
        interpolateText(text, scopeOf(scoped), "text"),
    };
  }, [scopeFor]);
  const { interpolate } = texts;
  const askVariable = useCallback<DashboardRuntime["askVariable"]>(
    ({ name, datasource }, path, params) =>
      storedUid === undefined
        ? askPrometheus({ tenant, datasource: askedDatasource(datasource, interpolate), path, params })
        : findVariableNames(tenant, {
            ...range,
            dashboardUid: storedUid,
            variables: values,
            name,
            label: labelOfPath(path),
          }),
    [tenant, interpolate, storedUid, range, values],
  );
  return useMemo(
    () => ({
      tenant,
      uid,
      dashboard,
      range,
      timeZone,
      theme,
      mode,
      variables: values,
      ...texts,
      askVariable,
      zoomTo,
      busyPanels,
      marks,
      panelResults,
    }),
    [
      tenant,
      uid,
      dashboard,
      range,
      timeZone,
      theme,
      mode,
      values,
      texts,
      askVariable,
      zoomTo,
      busyPanels,
      marks,
      panelResults,
    ],
  );
}
