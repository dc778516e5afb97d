import type { StateSegment } from "./state-model";
import type { State } from "./state-of-value";

interface SegmentRule {
  /** Equal neighbours become one. */
  merge: boolean;
  /** Gaps that the state before bridges: all, none, or up to so many ms. */
  spanNulls: boolean | number;
  /** Where the last state ends. */
  endMs: number;
}

/** States over time: each holds until the next sample; a gap ends it, unless it is bridged. */
export function stateSegments(
  timesMs: readonly number[],
  values: readonly unknown[],
  stateOf: (value: unknown) => State,
  { merge, spanNulls, endMs }: SegmentRule,
): StateSegment[] {
  const segments: StateSegment[] = [];
  let open: StateSegment | null = null;
  let gapFromMs: number | null = null;
  timesMs.forEach((timeMs, index) => {
    const value = values[index];
    // Another query's time: this series has no sample there.
    if (value === undefined) return;
    if (value === null) {
      gapFromMs ??= timeMs;
      return;
    }
    const bridged =
      gapFromMs === null ||
      spanNulls === true ||
      (typeof spanNulls === "number" && timeMs - gapFromMs <= spanNulls);
    if (open) open.toMs = bridged ? timeMs : (gapFromMs ?? timeMs);
    gapFromMs = null;
    const state = stateOf(value);
    if (open && bridged && merge && open.text === state.text && open.color === state.color) return;
    open = { fromMs: timeMs, toMs: timeMs, ...state };
    segments.push(open);
  });
  const last = segments.at(-1);
  if (last) last.toMs = Math.max(last.fromMs, gapFromMs !== null && spanNulls !== true ? gapFromMs : endMs);
  return segments;
}
