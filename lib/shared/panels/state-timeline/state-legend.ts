import type { DisplayContext } from "@/lib/shared/panels/fields/display-value";
import type { LegendEntry } from "@/lib/shared/panels/legend/legend-entries";
import type { StateField } from "./state-fields";
import { type State, stateOfValue } from "./state-of-value";

const MOST = 30;

/** One entry a state that occurs, thresholds in their order; empty when there are too many to tell apart. */
export function stateLegend(fields: Pick<StateField, "field">[], context: DisplayContext): LegendEntry[] {
  const states = new Map<string, State>();
  for (const { field } of fields) {
    const stateOf = stateOfValue(field, true, context);
    for (const value of new Set(field.values)) {
      if (value == null) continue;
      const state = stateOf(value);
      if (state.text !== "") states.set(`${state.color}/${state.text}`, state);
      if (states.size > MOST) return [];
    }
  }
  return [...states]
    .sort(([, a], [, b]) => (a.order ?? MOST) - (b.order ?? MOST))
    .map(([key, { text, color }]) => ({ key, label: text, color, values: [] }));
}
