import { use, useMemo } from "react";
import { transformersOf } from "@/lib/client/dashboards/transformers-of";
import { consoleLink } from "@/lib/shared/dashboards/console-link";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { useDashboardRuntime } from "./dashboard-runtime";

/** What a panel is prepared with; suspends until the code of its transformations is there. */
export function usePanelContext(
  panel: ReadPanel,
  { range }: PanelData,
  scopedVariables: Record<string, string>,
): PrepareContext {
  const { tenant, theme, timeZone, interpolate } = useDashboardRuntime();
  const transforming = transformersOf(panel);
  const transformers = transforming === null ? undefined : use(transforming);
  return useMemo(
    () => ({
      transformers,
      theme,
      timeZone,
      range,
      interpolate: (text, scoped) => interpolate(text, { ...scopedVariables, ...scoped }),
      linkTo: (url) => consoleLink(url, tenant),
    }),
    [transformers, tenant, theme, timeZone, range, interpolate, scopedVariables],
  );
}
