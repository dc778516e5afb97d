import { useMemo } from "react";
import { useDashboardRuntime } from "@/components/dashboards/dashboard-runtime";
import { usePanelResult } from "@/lib/client/dashboards/panel-results";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { toDataFrames } from "@/lib/shared/panels/fields/to-data-frames";

/** What overrides call the fields that the panel shows at the moment. */
export function useFieldNames(
  panel: ReadPanel,
  itemKey: string,
  scopedVariables: Record<string, string>,
): readonly string[] {
  const { panelResults, theme, timeZone, interpolate } = useDashboardRuntime();
  const data = usePanelResult(panelResults, itemKey);
  return useMemo(() => {
    if (!data) return [];
    const context = {
      theme,
      timeZone,
      range: data.range,
      interpolate: (text: string, scoped?: Record<string, string>) =>
        interpolate(text, { ...scopedVariables, ...scoped }),
    };
    const fields = toDataFrames(panel, data, context).flatMap((frame) => frame.fields);
    return [...new Set(fields.filter(({ type }) => type !== "time").map(({ displayName }) => displayName))];
  }, [panel, data, theme, timeZone, interpolate, scopedVariables]);
}
