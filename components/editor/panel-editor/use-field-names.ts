import { useEffect, useMemo, useState } from "react";
import { useDashboardRuntime } from "@/components/dashboards/dashboard-runtime";
import { usePanelResult } from "@/lib/client/dashboards/panel-results";
import { transformersOf } from "@/lib/client/dashboards/transformers-of";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { toDataFrames } from "@/lib/shared/panels/fields/to-data-frames";
import type { Transformers } from "@/lib/shared/panels/transformations/transformer";

/** What overrides call the fields that the panel shows at the moment. */
export function useFieldNames(
  panel: ReadPanel,
  itemKey: string,
  scopedVariables: Record<string, string>,
  withTime = false,
): readonly string[] {
  const { panelResults, theme, timeZone, interpolate } = useDashboardRuntime();
  const data = usePanelResult(panelResults, itemKey);
  const [transformers, setTransformers] = useState<Transformers>({});
  useEffect(() => {
    void transformersOf(panel)?.then(setTransformers);
  }, [panel]);
  return useMemo(() => {
    if (!data) return [];
    const context = {
      transformers,
      theme,
      timeZone,
      range: data.range,
      interpolate: (text: string, scoped?: Record<string, string>) =>
        interpolate(text, { ...scopedVariables, ...scoped }),
    };
    const fields = toDataFrames(panel, data, context).flatMap((frame) => frame.fields);
    const named = withTime ? fields : fields.filter(({ type }) => type !== "time");
    return [...new Set(named.map(({ displayName }) => displayName))];
  }, [transformers, panel, data, theme, timeZone, interpolate, scopedVariables, withTime]);
}
