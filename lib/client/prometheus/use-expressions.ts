import { useEffect, useMemo, useState } from "react";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData } from "@/lib/shared/panels/panel-data";

type Evaluate = typeof import("@/lib/shared/panels/expressions/with-expressions").withExpressions;

/** A panel's data with what its expressions make of it; the code for that comes when a panel has some. */
export function useExpressions(
  { targets }: ReadPanel,
  data: PanelData,
  scopedVariables: Record<string, string>,
  interpolate: (text: string, scoped: Record<string, string>) => string,
): PanelData {
  const [evaluate, setEvaluate] = useState<Evaluate | null>(null);
  const computes = targets.some(({ expression, hidden }) => expression !== undefined && !hidden);
  useEffect(() => {
    if (!computes) return;
    void import("@/lib/shared/panels/expressions/with-expressions").then((module) =>
      setEvaluate(() => module.withExpressions),
    );
  }, [computes]);
  return useMemo(() => {
    if (!computes || data.receivedAtMs === null) return data;
    if (!evaluate) return { ...data, results: [], receivedAtMs: null, loading: true };
    return evaluate(targets, data, (text, own) => interpolate(text, { ...scopedVariables, ...own }));
  }, [computes, targets, data, evaluate, scopedVariables, interpolate]);
}
