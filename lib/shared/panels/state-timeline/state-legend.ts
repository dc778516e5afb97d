import type { DisplayContext } from "@/lib/shared/panels/fields/display-value";
import type { LegendEntry } from "@/lib/shared/panels/legend/legend-entries";
import type { StateField } from "./state-fields";
import { type State, stateOfValue, thresholdLegend } from "./state-of-value";

const MOST = 30;

/**
 * As in Grafana: all states that thresholds make, else one entry a state that occurs; nothing for colours that go over into one
 * another, and when there are too many to tell apart.
 */
export function stateLegend(fields: Pick<StateField, "field">[], context: DisplayContext): LegendEntry[] {
  const first = fields[0]?.field;
  if (!first || first.options.color?.mode.startsWith("continuous")) return [];
  const fixed = thresholdLegend(first, context);
  if (fixed) return fixed.map(entryOf);
  const states = new Map<string, State>();
  for (const { field } of fields) {
    const stateOf = stateOfValue(field, true, context);
    for (const value of new Set(field.values)) {
      if (value == null) continue;
      const state = stateOf(value);
      if (state.text !== "") states.set(state.text, state);
      if (states.size > MOST) return [];
    }
  }
  return [...states.values()].sort((a, b) => (a.order ?? MOST) - (b.order ?? MOST)).map(entryOf);
}

function entryOf({ text, color }: State): LegendEntry {
  return { key: text, label: text, color, values: [] };
}
