import {
  type Family,
  type HistogramPoint,
  type Point,
  type Reading,
  readFamily,
  type ValueFamily,
} from "../family/family.ts";
import { hasLabels } from "../family/labels-key.ts";
import { addDelta, type Delta, deltaOf, seriesKey } from "./delta.ts";
import { type Activity, type Effect, isActive, progressOf, type SystemState } from "./state.ts";

interface Running {
  activity: Activity;
  effect: Effect;
}

/** The model's reading with everything on it that load and faults did. */
export function readOverlaid(family: Family, state: SystemState, at: number): Reading {
  const reading = readFamily(family, at);
  const running = runningOn(family, state);
  if (reading.type === "gauge") return { ...reading, points: gaugePoints(reading.points, running, at) };

  const isTouched =
    running.length > 0 || Object.keys(state.settled).some((key) => key.startsWith(`${family.name}{`));
  if (!isTouched) return reading;
  const change = (point: Point | HistogramPoint): Delta =>
    running.reduce<Delta>(
      (sum, { effect, activity }) =>
        addDelta(sum, deltaOf(effect, activity, family, point, at) ?? sum.map(() => 0)),
      state.settled[seriesKey(family, point)] ?? zeroes(point),
    );
  return reading.type === "histogram"
    ? { ...reading, points: reading.points.map((point) => changedHistogram(point, change(point))) }
    : {
        ...reading,
        points: reading.points.map((point) => ({ ...point, value: point.value + (change(point)[0] ?? 0) })),
      };
}

/** Moves what ended activities left behind into the settled numbers, and forgets them. */
export function settle(families: readonly Family[], state: SystemState, at: number): SystemState {
  const ended = state.activities.filter((activity) => at >= activity.from && !isActive(activity, at));
  if (ended.length === 0) return state;
  const settled = { ...state.settled };
  for (const family of families.filter(({ type }) => type !== "gauge")) {
    for (const { activity, effect } of runningOn(family, { activities: ended, settled })) {
      for (const point of family.at(at)) {
        const delta = deltaOf(effect, activity, family, point, at);
        const key = seriesKey(family, point);
        if (delta) settled[key] = [...addDelta(settled[key] ?? zeroes(point), delta)];
      }
    }
  }
  return { activities: state.activities.filter((activity) => !ended.includes(activity)), settled };
}

function runningOn(family: Family, { activities }: SystemState): Running[] {
  return activities.flatMap((activity) =>
    activity.effects.filter(({ metric }) => metric === family.name).map((effect) => ({ activity, effect })),
  );
}

function gaugePoints(
  points: ReturnType<ValueFamily["at"]>,
  running: readonly Running[],
  at: number,
): Point[] {
  const active = running.filter(({ activity }) => isActive(activity, at));
  const changed = points.map((point) => ({
    ...point,
    value: active.reduce((value, { effect, activity }) => {
      if (effect.kind !== "set" && effect.kind !== "add") return value;
      if (!hasLabels(point.labels, effect.labels)) return value;
      const now = between(effect, activity, at);
      return effect.kind === "set" ? now : value + now;
    }, point.value),
  }));
  const extra = active.flatMap(({ effect, activity }) =>
    effect.kind === "point" ? [{ labels: effect.labels, value: between(effect, activity, at) }] : [],
  );
  return [...changed, ...extra];
}

function between({ start, end }: { start: number; end: number }, activity: Activity, at: number): number {
  return start + (end - start) * progressOf(activity, at);
}

function changedHistogram(point: HistogramPoint, delta: Delta): HistogramPoint {
  const bounds = point.buckets.length;
  return {
    labels: point.labels,
    buckets: point.buckets.map((value, index) => value + (delta[index] ?? 0)),
    sum: point.sum + (delta[bounds] ?? 0),
    count: point.count + (delta[bounds + 1] ?? 0),
  };
}

function zeroes(point: Point | HistogramPoint): Delta {
  return "buckets" in point ? [...point.buckets.map(() => 0), 0, 0] : [0];
}
