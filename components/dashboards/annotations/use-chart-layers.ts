import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { ChartLayer } from "@/components/charts/chart-layer";
import type { PanelData } from "@/lib/shared/panels/panel-data";
import { useDashboardRuntime } from "../dashboard-runtime";

/** What lies over a panel's chart: the page's annotations, and the exemplars of its own queries. */
export function useChartLayers(panelId: number, { results }: PanelData): readonly ChartLayer[] {
  const { marks, theme } = useDashboardRuntime();
  const read = () => marks.get(panelId);
  const annotations = useSyncExternalStore(marks.subscribe, read, read);
  const [own, setOwn] = useState<ChartLayer | null>(null);
  const exemplars = useMemo(() => results.flatMap((result) => result.exemplars ?? []), [results]);
  useEffect(() => {
    if (exemplars.length === 0) {
      setOwn(null);
      return;
    }
    let current = true;
    void import("./exemplar-layer").then(({ exemplarLayer }) => {
      if (current) setOwn(exemplarLayer(exemplars, theme));
    });
    return () => {
      current = false;
    };
  }, [exemplars, theme]);
  return useMemo(() => (own === null ? annotations : [...annotations, own]), [annotations, own]);
}
