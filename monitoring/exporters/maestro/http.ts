import type { Family, Labels } from "../family/family.ts";
import { histogram } from "../family/histogram.ts";
import { split } from "../family/split.ts";
import { counter, gauge, sumOf, type ValueSeries, whole } from "../family/values.ts";
import { HOUR, MINUTE } from "../signal/epoch.ts";
import { type Flow, flow } from "../signal/flow.ts";
import { incident } from "../signal/incident.ts";
import { type Level, level } from "../signal/level.ts";
import { seedFor } from "../signal/random.ts";
import { TENANTS, type Tenant } from "./tenants.ts";

const slowRollout = incident({ at: 3 * HOUR + 10 * MINUTE, lasts: 6 * MINUTE, ramp: 60 });
const errorBurst = incident({ at: 2 * HOUR + 15 * MINUTE, lasts: 3 * MINUTE, ramp: 30 });
const runawayClient = incident({ at: 30 * MINUTE, lasts: 6 * MINUTE, ramp: 20 });

const BUSIEST_PER_SECOND = 4;

const ENDPOINTS = [
  { endpoint: "/api/v1/predictions", method: "POST", share: 0.48, medianSeconds: 0.06 },
  { endpoint: "/api/v1/models", method: "GET", share: 0.2, medianSeconds: 0.045 },
  { endpoint: "/api/v1/models/{id}", method: "GET", share: 0.16, medianSeconds: 0.03 },
  { endpoint: "/api/v1/experiments", method: "GET", share: 0.1, medianSeconds: 0.08 },
  { endpoint: "/api/v1/model-cards", method: "POST", share: 0.035, medianSeconds: 0.55 },
  { endpoint: "/api/v1/features/discover", method: "POST", share: 0.025, medianSeconds: 0.9 },
];

const OUTCOMES = { "200": 0.9805, "400": 0.002, "404": 0.0115, "429": 0.004, "500": 0.001, "503": 0.001 };
type StatusCode = keyof typeof OUTCOMES;
const STATUS_CODES: readonly StatusCode[] = ["200", "400", "404", "429", "500", "503"];
const ERROR_TYPE_OF: Partial<Record<StatusCode, string>> = {
  "400": "validation",
  "500": "internal",
  "503": "timeout",
};

interface Route {
  labels: Labels;
  method: string;
  usual: Flow;
  slow: Flow;
  failed: Flow;
  refused: Flow;
  byStatus: Record<StatusCode, Flow>;
  medianSeconds: number;
  inProgress: Level;
}

/** Requests of every tenant to every endpoint. */
export function httpFamilies(seed: number): Family[] {
  const routes = TENANTS.flatMap((tenant) => ENDPOINTS.map((endpoint) => routeOf(seed, tenant, endpoint)));
  return [
    counter("maestro_http_requests_total", "HTTP requests, by status code.", routes.flatMap(requestSeries)),
    histogram(
      "maestro_http_request_duration_seconds",
      "Time to answer an HTTP request.",
      [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      routes.map(({ labels, usual, slow, failed, refused, medianSeconds }) => ({
        labels,
        parts: [
          { flow: usual, spread: { median: medianSeconds, sigma: 0.55 } },
          { flow: slow, spread: { median: Math.min(3, medianSeconds * 8), sigma: 0.25 } },
          { flow: failed, spread: { median: 0.3, sigma: 0.4 } },
          { flow: refused, spread: { median: 0.008, sigma: 0.3 } },
        ],
      })),
    ),
    gauge(
      "maestro_http_requests_in_progress",
      "HTTP requests that are being answered.",
      routes.map(({ labels, inProgress }) => ({ labels, value: (t) => Math.round(inProgress(t)) })),
    ),
    counter("maestro_api_errors_total", "API errors, by kind.", routes.flatMap(errorSeries)),
    counter(
      "maestro_rate_limit_exceeded_total",
      "Requests refused by the rate limit.",
      routes.map(({ labels, byStatus }) => ({ labels, value: byStatus["429"] })),
    ),
  ];
}

function routeOf(seed: number, tenant: Tenant, endpoint: (typeof ENDPOINTS)[number]): Route {
  const name = `${tenant.tenant} ${endpoint.endpoint}`;
  const perSecond = BUSIEST_PER_SECOND * tenant.weight * endpoint.share;
  const extra = (cause: typeof slowRollout, share: number) =>
    flow(0, { perSecond: 0, during: [{ incident: cause, perSecond: perSecond * share }] });
  const usual = flow(seedFor(seed, name), { perSecond, daily: 0.35, wobble: 0.35 });
  const slow = extra(slowRollout, 0.09);
  const failed = extra(errorBurst, 0.0055);
  const refused = extra(runawayClient, tenant.tenant === "hooli" ? 1.1 : 0);
  const usually = split(seedFor(seed, `status ${name}`), usual, OUTCOMES);
  return {
    labels: { tenant_id: tenant.tenant, endpoint: endpoint.endpoint },
    method: endpoint.method,
    usual,
    slow,
    failed,
    refused,
    byStatus: {
      "200": sumOf([usually("200"), whole(slow)]),
      "400": usually("400"),
      "404": usually("404"),
      "429": sumOf([usually("429"), whole(refused)]),
      "500": sumOf([usually("500"), whole(failed)]),
      "503": usually("503"),
    },
    medianSeconds: endpoint.medianSeconds * tenant.slowness,
    inProgress: inProgressOf(seedFor(seed, `progress ${name}`), perSecond * endpoint.medianSeconds),
  };
}

function inProgressOf(seed: number, usual: number): Level {
  return level(seed, { base: 4 * usual, daily: usual, noise: 1 + 3 * usual, everySeconds: 45, min: 0 });
}

function requestSeries({ labels, method, byStatus }: Route): ValueSeries[] {
  return STATUS_CODES.map((code) => ({
    labels: { ...labels, method, status_code: code },
    value: byStatus[code],
  }));
}

function errorSeries({ labels, byStatus }: Route): ValueSeries[] {
  return STATUS_CODES.flatMap((code) => {
    const kind = ERROR_TYPE_OF[code];
    return kind ? [{ labels: { ...labels, error_type: kind }, value: byStatus[code] }] : [];
  });
}
