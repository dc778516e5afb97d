import type uPlot from "uplot";
import type { ChartKind, ChartLinks } from "./chart-kind";

/** Where the sample under the pointer leads; null for nothing. */
export function pressedLinks<M>(kind: ChartKind<M>, plot: uPlot | null, model: M | null): ChartLinks | null {
  const { idx, left = -1, top = -1 } = plot?.cursor ?? {};
  if (!plot || model === null || idx == null || left < 0) return null;
  return kind.links?.(model, { plot, idx, left, top }) ?? null;
}
