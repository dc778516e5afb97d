import { useCallback, useEffect, useMemo, useState } from "react";
import { loadCode } from "@/lib/client/load-code";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData } from "@/lib/shared/panels/panel-data";

type Evaluate = typeof import("@/lib/shared/panels/expressions/with-expressions").withExpressions;

interface Computed {
  data: PanelData;
  /** Set where the code that computes did not come: asks for it again. */
  retry: (() => void) | null;
}

/** A panel's data with what its expressions make of it; the code for that comes when a panel has some. */
export function useExpressions(
  { targets }: ReadPanel,
  data: PanelData,
  scopedVariables: Record<string, string>,
  interpolate: (text: string, scoped: Record<string, string>) => string,
): Computed {
  const [evaluate, setEvaluate] = useState<Evaluate | null>(null);
  const [failed, setFailed] = useState(false);
  const computes = targets.some(({ expression, hidden }) => expression !== undefined && !hidden);
  useEffect(() => {
    if (!computes || failed) return;
    loadCode(() => import("@/lib/shared/panels/expressions/with-expressions")).then(
      (module) => setEvaluate(() => module.withExpressions),
      () => setFailed(true),
    );
  }, [computes, failed]);
  const retry = useCallback(() => setFailed(false), []);
  const computed = useMemo(() => {
    if (!computes || data.receivedAtMs === null) return data;
    if (!evaluate) return { ...data, results: [], receivedAtMs: null, loading: !failed };
    return evaluate(targets, data, (text, own) => interpolate(text, { ...scopedVariables, ...own }));
  }, [computes, targets, data, evaluate, failed, scopedVariables, interpolate]);
  return { data: computed, retry: computes && failed ? retry : null };
}
