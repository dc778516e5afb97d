import type { Field } from "@/lib/shared/panels/fields/data-frame";
import { type DisplayContext, displayProcessor, displayText } from "@/lib/shared/panels/fields/display-value";
import { fieldRange, percentInRange } from "@/lib/shared/panels/fields/field-color";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import { absoluteSteps, activeThreshold } from "@/lib/shared/panels/fields/thresholds";

export interface State {
  color: string;
  text: string;
}

/** Turns values into states. With `byThreshold`, numbers between the same two thresholds are one state. */
export function stateOfValue(
  field: Field,
  byThreshold: boolean,
  context: DisplayContext,
): (value: unknown) => State {
  const process = displayProcessor(field, context);
  const known = new Map<unknown, State>();
  const names = byThreshold && usesThresholds(field) ? thresholdNames(field, context) : null;
  return (value) => {
    const seen = known.get(value);
    if (seen) return seen;
    const shown = process(value);
    const step =
      names && !shown.mapped
        ? activeThreshold(field.options.thresholds, shown.numeric, percentInRange(field, shown.numeric))
        : null;
    const state = step
      ? { color: colorByName(step.color, context.theme), text: names?.get(step.value) ?? "" }
      : { color: shown.color, text: displayText(shown) };
    known.set(value, state);
    return state;
  };
}

function usesThresholds({ type, options }: Field): boolean {
  return (
    type === "number" && options.color?.mode === "thresholds" && (options.thresholds?.steps.length ?? 0) > 0
  );
}

/** `< 70`, `70+`, `85+`: as Grafana names the ranges between thresholds. */
function thresholdNames(field: Field, context: DisplayContext): Map<number, string> {
  const process = displayProcessor({ ...field, options: { ...field.options, mappings: [] } }, context);
  const steps = absoluteSteps(field.options.thresholds, fieldRange(field));
  const stored = field.options.thresholds?.steps ?? [];
  return new Map(
    steps.map((step, index) => {
      const next = steps[index + 1];
      const isLowest = !Number.isFinite(step.value);
      const text = isLowest
        ? next
          ? `< ${displayText(process(next.value))}`
          : ""
        : `${displayText(process(step.value))}+`;
      return [stored[index]?.value ?? step.value, text];
    }),
  );
}
