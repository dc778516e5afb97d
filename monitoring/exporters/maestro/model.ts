import type { Family } from "../family/family.ts";
import { histogram } from "../family/histogram.ts";
import { split } from "../family/split.ts";
import { counter, gauge, type ValueSeries } from "../family/values.ts";
import { HOUR, MINUTE } from "../signal/epoch.ts";
import { type Flow, flow } from "../signal/flow.ts";
import { incident } from "../signal/incident.ts";
import { level } from "../signal/level.ts";
import { seedFor } from "../signal/random.ts";
import { httpFamilies } from "./http.ts";
import { TENANTS, type Tenant } from "./tenants.ts";

const quotaPeak = incident({ at: HOUR + 55 * MINUTE, lasts: 180, ramp: 80 });

const STAGES = { development: 70, staging: 22, production: 35 };
const OPERATIONS = { update: 0.5, create: 0.25, deploy: 0.17, delete: 0.08 };
const EXPERIMENT_ENDS = { completed: 0.86, failed: 0.09, cancelled: 0.05 };
const DISCOVERY_ENDS = { success: 0.965, error: 0.035 };
const CARD_FORMATS = { markdown: 0.55, html: 0.3, pdf: 0.15 };

/** Maestro ML: a platform shared by six tenants of very different size. */
export function maestroModel(seed: number): Family[] {
  return [...httpFamilies(seed), ...modelFamilies(seed), ...workFamilies(seed), ...tenantFamilies(seed)];
}

function perTenant(
  seed: number,
  what: string,
  perSecond: number,
): { tenant: Tenant; labels: { tenant_id: string }; flow: Flow }[] {
  return TENANTS.map((tenant) => ({
    tenant,
    labels: { tenant_id: tenant.tenant },
    flow: flow(seedFor(seed, `${what} ${tenant.tenant}`), {
      perSecond: perSecond * tenant.weight,
      daily: 0.45,
      wobble: 0.4,
    }),
  }));
}

function byKind(
  seed: number,
  label: string,
  shares: Readonly<Record<string, number>>,
  flows: readonly { labels: { tenant_id: string }; flow: Flow }[],
): ValueSeries[] {
  return flows.flatMap(({ labels, flow: events }) => {
    const kindOf = split(seedFor(seed, label + labels.tenant_id), events, shares);
    return Object.keys(shares).map((kind) => ({ labels: { ...labels, [label]: kind }, value: kindOf(kind) }));
  });
}

function modelFamilies(seed: number): Family[] {
  const operations = perTenant(seed, "operations", 0.09);
  const uploads = perTenant(seed, "uploads", 0.025);
  const cards = perTenant(seed, "cards", 0.02);
  return [
    gauge("maestro_ml_models_total", "Models in the registry, by stage.", modelCounts(seed)),
    counter(
      "maestro_ml_model_operations_total",
      "Operations on models.",
      byKind(seed, "operation", OPERATIONS, operations),
    ),
    histogram(
      "maestro_ml_model_size_bytes",
      "Size of uploaded models.",
      [1e6, 5e6, 1e7, 5e7, 1e8, 2.5e8, 5e8, 1e9, 5e9],
      uploads.map(({ tenant, labels, flow: uploaded }) => ({
        labels,
        parts: [{ flow: uploaded, spread: { median: 7e7 * tenant.slowness, sigma: 1.1 } }],
      })),
    ),
    counter(
      "maestro_model_card_generations_total",
      "Model cards generated, by format.",
      byKind(seed, "format", CARD_FORMATS, cards),
    ),
  ];
}

function modelCounts(seed: number): ValueSeries[] {
  return TENANTS.flatMap(({ tenant, weight }) =>
    Object.entries(STAGES).map(([stage, models]) => {
      const count = level(seedFor(seed, `models ${tenant} ${stage}`), {
        base: 1 + models * weight,
        noise: 0.08 * models * weight,
        everySeconds: HOUR,
        min: 0,
      });
      return { labels: { tenant_id: tenant, stage }, value: (t: number) => Math.round(count(t)) };
    }),
  );
}

function workFamilies(seed: number): Family[] {
  const experiments = perTenant(seed, "experiments", 0.05);
  const trainings = perTenant(seed, "trainings", 0.03);
  const discoveries = perTenant(seed, "discoveries", 0.06);
  return [
    counter(
      "maestro_ml_experiments_total",
      "Experiments that ended, by how they ended.",
      byKind(seed, "status", EXPERIMENT_ENDS, experiments),
    ),
    histogram(
      "maestro_ml_training_duration_seconds",
      "How long training jobs ran.",
      [10, 30, 60, 120, 300, 600, 1800, 3600, 7200],
      trainings.map(({ tenant, labels, flow: trained }) => ({
        labels,
        parts: [{ flow: trained, spread: { median: 260 * tenant.slowness, sigma: 0.8 } }],
      })),
    ),
    counter(
      "maestro_feature_discovery_operations_total",
      "Feature discoveries, by how they ended.",
      byKind(seed, "status", DISCOVERY_ENDS, discoveries),
    ),
    histogram(
      "maestro_feature_discovery_duration_seconds",
      "How long feature discoveries took.",
      [0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
      discoveries.map(({ tenant, labels, flow: discovered }) => ({
        labels,
        parts: [{ flow: discovered, spread: { median: 2.6 * tenant.slowness, sigma: 0.7 } }],
      })),
    ),
  ];
}

function tenantFamilies(seed: number): Family[] {
  return [
    gauge(
      "maestro_tenant_quota_usage_ratio",
      "Share of a quota in use.",
      TENANTS.flatMap(({ tenant, quota }) =>
        Object.entries(quota).map(([resource, usual]) => quotaSeries(seed, tenant, resource, usual)),
      ),
    ),
    gauge(
      "maestro_tenant_active_users",
      "Users seen in the last five minutes.",
      TENANTS.map(({ tenant, users }) => {
        const active = level(seedFor(seed, `users ${tenant}`), {
          base: users,
          daily: 0.45 * users,
          noise: 0.12 * users,
          everySeconds: 600,
          min: 0,
        });
        return { labels: { tenant_id: tenant }, value: (t) => Math.round(active(t)) };
      }),
    ),
  ];
}

function quotaSeries(seed: number, tenant: string, resource: string, usual: number): ValueSeries {
  const usage = level(seedFor(seed, `quota ${tenant} ${resource}`), {
    base: usual,
    noise: 0.04 * usual,
    everySeconds: 30 * MINUTE,
    min: 0,
  });
  const peaks = tenant === "globex" && resource === "api_requests";
  return {
    labels: { tenant_id: tenant, resource_type: resource },
    value: (t) => Math.round(1000 * (usage(t) + (peaks ? 0.145 * quotaPeak.level(t) : 0))) / 1000,
  };
}
