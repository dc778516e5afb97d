import { Counter, Gauge } from "prom-client";
import { env } from "@/lib/server/env";
import { metricsRegistry } from "@/lib/server/http/request-metrics";
import { cachedBytes } from "./cache/get-query-cache";
import type { PrometheusDatasource } from "./datasource";
import { upstreamLoad } from "./limits/enter-upstream";

interface GatewayMetrics {
  answers: Counter<"tenant" | "cache">;
  refusals: Counter<"tenant">;
}

// Kept outside the module, because a development server loads modules again and again.
const holder: { panelsmithGatewayMetrics?: GatewayMetrics } & typeof globalThis = globalThis;

function metrics(): GatewayMetrics {
  holder.panelsmithGatewayMetrics ??= create();
  return holder.panelsmithGatewayMetrics;
}

function create(): GatewayMetrics {
  const registers = [metricsRegistry()];
  new Gauge({
    name: "panelsmith_query_cache_bytes",
    help: "Memory that kept answers take, and the most they may.",
    labelNames: ["what"] as const,
    registers,
    collect() {
      this.set({ what: "used" }, cachedBytes());
      this.set({ what: "limit" }, env().QUERY_CACHE_MB * 1_000_000);
    },
  });
  new Gauge({
    name: "panelsmith_upstream_queries",
    help: "Queries under way to datasources, and those that wait for a place.",
    labelNames: ["state"] as const,
    registers,
    collect() {
      const { running, waiting } = upstreamLoad();
      this.set({ state: "running" }, running);
      this.set({ state: "waiting" }, waiting);
    },
  });
  return {
    answers: new Counter({
      name: "panelsmith_query_answers_total",
      help: "Answers of the gateway by where they came from: nothing (hit), less than all (part) or all asked upstream.",
      labelNames: ["tenant", "cache"] as const,
      registers,
    }),
    refusals: new Counter({
      name: "panelsmith_query_refusals_total",
      help: "Queries refused because the tenant had reached a limit.",
      labelNames: ["tenant"] as const,
      registers,
    }),
  };
}

export function countAnswer(datasource: PrometheusDatasource, cache: "hit" | "part" | "miss"): void {
  metrics().answers.inc({ tenant: nameOf(datasource), cache });
}

export function countRefusal(datasource: PrometheusDatasource): void {
  metrics().refusals.inc({ tenant: nameOf(datasource) });
}

function nameOf({ tenantSlug, tenantId }: PrometheusDatasource): string {
  return tenantSlug ?? tenantId;
}
