import type { Field } from "@/lib/shared/panels/fields/data-frame";
import { type DisplayContext, displayProcessor, displayText } from "@/lib/shared/panels/fields/display-value";
import { fieldRange, percentInRange } from "@/lib/shared/panels/fields/field-color";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import { absoluteSteps, activeThreshold } from "@/lib/shared/panels/fields/thresholds";

export interface State {
  color: string;
  text: string;
  /** Place among the thresholds; states of other origin have none. */
  order?: number;
}

/** Turns values into states. With `byThreshold`, numbers between the same two thresholds are one state. */
export function stateOfValue(
  field: Field,
  byThreshold: boolean,
  context: DisplayContext,
): (value: unknown) => State {
  const process = displayProcessor(field, context);
  const thresholds = byThreshold && usesThresholds(field) ? thresholdStates(field, context) : null;
  const stateOf = (value: unknown): State => {
    const shown = process(value);
    const own = { color: shown.color, text: displayText(shown) };
    if (!thresholds || shown.mapped) return own;
    const percent = percentInRange(field, shown.numeric);
    const step = activeThreshold(field.options.thresholds, shown.numeric, percent);
    return (step && thresholds.get(step)) ?? own;
  };
  const known = new Map<unknown, State>();
  return (value) => {
    const state = known.get(value) ?? stateOf(value);
    known.set(value, state);
    return state;
  };
}

/** Every state that the thresholds of a field can make, in their order; null where something else decides. */
export function thresholdLegend(field: Field, context: DisplayContext): State[] | null {
  const steps = field.options.thresholds?.steps.length ?? 0;
  if (!usesThresholds(field) || steps < 2 || (field.options.mappings?.length ?? 0) > 0) return null;
  return [...thresholdStates(field, context).values()];
}

function usesThresholds({ type, options }: Field): boolean {
  return (
    type === "number" && options.color?.mode === "thresholds" && (options.thresholds?.steps.length ?? 0) > 0
  );
}

/** A state a step, named `< 70`, `70+`, `85+` as in Grafana. */
function thresholdStates(field: Field, context: DisplayContext): Map<object, State> {
  const process = displayProcessor({ ...field, options: { ...field.options, mappings: [] } }, context);
  const steps = absoluteSteps(field.options.thresholds, fieldRange(field));
  const text = (value: number) => displayText(process(value));
  const name = (index: number) => {
    const [own, next] = [steps[index]?.value ?? Number.NaN, steps[index + 1]?.value];
    if (Number.isFinite(own)) return `${text(own)}+`;
    return next === undefined ? "" : `< ${text(next)}`;
  };
  const stored = field.options.thresholds?.steps ?? [];
  return new Map(
    stored.map((step, order) => [
      step,
      { color: colorByName(step.color, context.theme), text: name(order), order },
    ]),
  );
}
