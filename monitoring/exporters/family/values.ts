import type { Flow } from "../signal/flow.ts";
import type { Labels, Point, ValueFamily } from "./family.ts";

export interface ValueSeries {
  labels?: Labels;
  value: (atSeconds: number) => number;
}

export function gauge(name: string, help: string, series: readonly ValueSeries[]): ValueFamily {
  return valueFamily("gauge", name, help, series);
}

/** Whole events: the flow is rounded down. */
export function counter(name: string, help: string, series: readonly ValueSeries[]): ValueFamily {
  return valueFamily(
    "counter",
    name,
    help,
    series.map(({ labels, value }) => ({ labels, value: whole(value) })),
  );
}

/** Seconds, dollars: a counter that grows by parts. */
export function fractionalCounter(name: string, help: string, series: readonly ValueSeries[]): ValueFamily {
  return valueFamily("counter", name, help, series);
}

/** A gauge whose label sets come and go. */
export function changingGauge(name: string, help: string, at: (seconds: number) => Point[]): ValueFamily {
  return { type: "gauge", name, help, at };
}

export function whole(flow: Flow): Flow {
  return (atSeconds) => Math.floor(flow(atSeconds));
}

export function sumOf(flows: readonly Flow[]): Flow {
  return (atSeconds) => flows.reduce((sum, flow) => sum + flow(atSeconds), 0);
}

function valueFamily(
  type: "counter" | "gauge",
  name: string,
  help: string,
  series: readonly ValueSeries[],
): ValueFamily {
  const fixed = series.map(({ labels = {}, value }) => ({ labels, value }));
  const at = (seconds: number) => fixed.map(({ labels, value }) => ({ labels, value: value(seconds) }));
  return { type, name, help, at };
}
