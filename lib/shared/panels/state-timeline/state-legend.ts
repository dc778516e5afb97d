import type { LegendEntry } from "@/lib/shared/panels/legend/legend-entries";
import type { StateLane } from "./state-model";

const MOST = 30;

/** One entry a state that occurs; empty when there are too many to tell apart. */
export function stateLegend(lanes: StateLane[]): LegendEntry[] {
  const entries = new Map<string, LegendEntry>();
  for (const { segments } of lanes) {
    for (const { text, color } of segments) {
      const key = `${color}/${text}`;
      if (text !== "" && !entries.has(key)) entries.set(key, { key, label: text, color, values: [] });
      if (entries.size > MOST) return [];
    }
  }
  return [...entries.values()];
}
