import type { Field } from "@/lib/shared/panels/fields/data-frame";
import type { DisplayContext } from "@/lib/shared/panels/fields/display-value";
import { fieldRange, isColorByValue, valueColor } from "@/lib/shared/panels/fields/field-color";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import { continuousSchemes } from "@/lib/shared/panels/fields/palettes";
import { absoluteSteps } from "@/lib/shared/panels/fields/thresholds";
import { clampShare } from "@/lib/shared/panels/gauge/prepare";

/** Place along the filled part: 0 at its start, 1 at its end. */
export interface GradientStop {
  at: number;
  color: string;
}

/** The colours of a bar that changes its colour on the way to its value. */
export function gradientStops(
  field: Field,
  share: number,
  color: string,
  context: DisplayContext,
): GradientStop[] {
  if (!isColorByValue(field.options) || share <= 0) return [{ at: 0, color }];
  const mode = field.options.color?.mode ?? "thresholds";
  const scheme = Object.hasOwn(continuousSchemes, mode) ? continuousSchemes[mode] : undefined;
  if (scheme) {
    // The scheme runs along the whole track: what lies behind the value is cut off.
    return scheme.map((name, index) => ({
      at: index / (scheme.length - 1) / share,
      color: colorByName(name, context.theme),
    }));
  }
  if (mode.startsWith("continuous")) {
    return [0, 0.25, 0.5, 0.75, 1].map((at) => ({
      at,
      color: valueColor(field, 0, at * share, context.theme),
    }));
  }
  return thresholdStops(field, share, context);
}

/** Each colour is full halfway between its threshold and the next, and the last one at the value. */
function thresholdStops(field: Field, share: number, context: DisplayContext): GradientStop[] {
  const { min, max } = fieldRange(field);
  const passed = absoluteSteps(field.options.thresholds, { min, max })
    .map(({ value, color }) => ({
      at: clampShare((value - min) / (max - min)),
      color: colorByName(color, context.theme),
    }))
    .filter(({ at }, index) => index === 0 || at <= share);
  const first = passed[0]?.color ?? "";
  const stops = passed.map(({ color }, index) => {
    const [from, to] = [index === 0 ? 0 : (passed[index]?.at ?? 0), passed[index + 1]?.at];
    return { at: to === undefined ? 1 : (from + to) / 2 / share, color };
  });
  return stops.length < 2 ? stops : [{ at: 0, color: first }, ...stops];
}
