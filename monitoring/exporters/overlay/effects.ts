import type { Labels } from "../family/family.ts";
import type { Effect } from "./state.ts";

export function setGauge(metric: string, start: number, labels: Labels = {}, end: number = start): Effect {
  return { kind: "set", metric, labels, start, end };
}

export function addToGauge(metric: string, end: number, labels: Labels = {}, start: number = end): Effect {
  return { kind: "add", metric, labels, start, end };
}

export function addSeries(metric: string, labels: Labels, start: number, end: number = start): Effect {
  return { kind: "point", metric, labels, start, end };
}

export function freeze(metric: string, labels: Labels = {}): Effect {
  return { kind: "freeze", metric, labels };
}

export function count(metric: string, amount: number, labels: Labels = {}): Effect {
  return { kind: "count", metric, labels, amount };
}

export function spend(metric: string, amount: number, labels: Labels = {}): Effect {
  return { kind: "count", metric, labels, amount, fractional: true };
}

export function observe(metric: string, amount: number, value: number, labels: Labels = {}): Effect {
  return { kind: "observe", metric, labels, amount, value };
}
