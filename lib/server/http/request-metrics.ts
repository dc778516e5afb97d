import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

interface Metrics {
  registry: Registry;
  requests: Counter<"method" | "route" | "status">;
  duration: Histogram<"method" | "route">;
}

// Kept outside the module, because a development server loads modules again and again.
const holder: { panelsmithMetrics?: Metrics } & typeof globalThis = globalThis;

function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "panelsmith_http_requests_total",
    help: "Requests to the HTTP interface.",
    labelNames: ["method", "route", "status"] as const,
    registers: [registry],
  });
  const duration = new Histogram({
    name: "panelsmith_http_request_duration_seconds",
    help: "Time until the answer began.",
    labelNames: ["method", "route"] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return { registry, requests, duration };
}

function metrics(): Metrics {
  holder.panelsmithMetrics ??= createMetrics();
  return holder.panelsmithMetrics;
}

/** Metrics of this process; other parts may register theirs here. */
export function metricsRegistry(): Registry {
  return metrics().registry;
}

export function countRequest(method: string, route: string, status: number, durationMs: number): void {
  metrics().requests.inc({ method, route, status: String(status) });
  metrics().duration.observe({ method, route }, durationMs / 1000);
}
