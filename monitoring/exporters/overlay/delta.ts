import type { Family, HistogramPoint, Point } from "../family/family.ts";
import { hasLabels, labelsKey } from "../family/labels-key.ts";
import { type Activity, type Effect, endOf, progressOf } from "./state.ts";

/** What is added to one counter (`[value]`) or histogram (`[...buckets, sum, count]`). */
export type Delta = readonly number[];

export function deltaOf(
  effect: Effect,
  activity: Activity,
  family: Family,
  point: Point | HistogramPoint,
  at: number,
): Delta | null {
  if (at < activity.from) return null;
  if (effect.kind === "freeze") return frozenDelta(effect.labels, activity, family, point, at);
  if (effect.kind !== "count" && effect.kind !== "observe") return null;
  if (labelsKey(effect.labels) !== labelsKey(point.labels)) return null;
  const amount = effect.amount * progressOf(activity, at);
  if (effect.kind === "count") return [effect.fractional ? amount : Math.floor(amount)];
  if (family.type !== "histogram") return null;
  const events = Math.floor(amount);
  return [
    ...family.bounds.map((bound) => (effect.value <= bound ? events : 0)),
    events * effect.value,
    events,
  ];
}

function frozenDelta(
  labels: Effect["labels"],
  activity: Activity,
  family: Family,
  point: Point | HistogramPoint,
  at: number,
): Delta | null {
  if (!hasLabels(point.labels, labels)) return null;
  const before = vectorAt(family, point, activity.from);
  const now = vectorAt(family, point, Math.min(at, endOf(activity)));
  return before.map((value, index) => value - (now[index] ?? 0));
}

function vectorAt(family: Family, point: Point | HistogramPoint, at: number): Delta {
  const key = labelsKey(point.labels);
  const points: readonly (Point | HistogramPoint)[] = family.at(at);
  const found = points.find(({ labels }) => labelsKey(labels) === key);
  return found ? vectorOf(found) : [];
}

function vectorOf(point: Point | HistogramPoint): Delta {
  return "buckets" in point ? [...point.buckets, point.sum, point.count] : [point.value];
}

export function addDelta(sum: Delta, delta: Delta): Delta {
  return delta.map((value, index) => value + (sum[index] ?? 0));
}

export function seriesKey(family: Family, point: Point | HistogramPoint): string {
  return `${family.name}{${labelsKey(point.labels)}}`;
}
