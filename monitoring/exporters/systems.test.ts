import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Family, readFamily } from "./family/family.ts";
import { labelsKey } from "./family/labels-key.ts";
import { samplesOf } from "./family/samples.ts";
import { modelOf, portOf, SYSTEMS, type System } from "./systems.ts";

const DAY_START = Date.UTC(2026, 2, 4) / 1000;
const DAY = 86_400;

const REQUIRED: Record<System, string[]> = {
  codeconductor: [
    "codeconductor_model_healthy codeconductor_total_requests codeconductor_successful_requests",
    "codeconductor_uptime_seconds codeconductor_response_time_seconds",
  ],
  "ml-training": [
    "ml_db_connected ml_service_uptime_seconds ml_models_total ml_active_jobs ml_job_progress_percent",
    "process_resident_memory_bytes process_virtual_memory_bytes process_cpu_seconds_total process_open_fds",
    "process_max_fds python_gc_collections_total python_gc_objects_collected_total ml_training_accuracy",
    "ml_test_accuracy ml_job_duration_seconds ml_job_features_count ml_job_phases_count ml_jobs_total",
    "ml_jobs_duration_seconds ml_job_status",
  ],
  automation: [
    "test_watcher_tests_run_total api_errors_total test_watcher_memory_usage_bytes",
    "test_watcher_test_execution_duration_seconds",
  ],
  maestro: [
    "maestro_http_requests_total maestro_http_request_duration_seconds maestro_http_requests_in_progress",
    "maestro_api_errors_total maestro_ml_models_total maestro_ml_model_operations_total",
    "maestro_ml_model_size_bytes maestro_ml_experiments_total maestro_ml_training_duration_seconds",
    "maestro_feature_discovery_operations_total maestro_feature_discovery_duration_seconds",
    "maestro_model_card_generations_total maestro_tenant_quota_usage_ratio maestro_tenant_active_users",
    "maestro_rate_limit_exceeded_total",
  ],
  bookmarkai: [
    "ml_producer_connection_state ml_producer_tasks_sent_total ml_producer_task_publish_duration_seconds",
    "ml_producer_circuit_breaker_state ml_producer_message_size_bytes ml_cost_usd_total",
    "ml_tasks_completed_total ml_task_processing_duration_seconds ml_audio_duration_seconds",
    "ml_transcriptions_total celery_workers celery_task_queued celery_task_sent_total",
    "celery_task_received_total celery_task_succeeded_total celery_task_failed_total celery_task_runtime_seconds",
  ],
};

interface DocumentedMetric {
  name: string;
  type: string;
  labels: Record<string, string[] | "any">;
}

/** The rows of METRICS.md under the system's heading. */
function documented(system: System): DocumentedMetric[] {
  const page = readFileSync(join(import.meta.dirname, "METRICS.md"), "utf8");
  const section = page.split(/^## /m).find((part) => part.startsWith(`${system} `)) ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => {
      const [, name = "", type = "", , labels = ""] = line.split("|").map((cell) => cell.trim());
      return { name: name.replaceAll("`", ""), type, labels: documentedLabels(labels) };
    });
}

function documentedLabels(cell: string): DocumentedMetric["labels"] {
  const labels = cell === "" ? [] : cell.split("; ");
  return Object.fromEntries(
    labels.map((label) => {
      const [name = "", values = ""] = label.split(": ");
      const listed = [...values.matchAll(/`([^`]+)`/g)].map(([, value = ""]) => value);
      return [name.replaceAll("`", ""), values === "_any_" ? "any" : listed.sort()];
    }),
  );
}

function exported(family: Family, row: DocumentedMetric | undefined): DocumentedMetric {
  const values = new Map<string, Set<string>>();
  for (const { labels } of family.at(DAY_START)) {
    for (const [name, value] of Object.entries(labels)) {
      values.set(name, (values.get(name) ?? new Set()).add(value));
    }
  }
  const labels = [...values].map(([name, found]): [string, string[] | "any"] => [
    name,
    row?.labels[name] === "any" ? "any" : [...found].sort(),
  ]);
  return { name: family.name, type: family.type, labels: Object.fromEntries(labels) };
}

describe.each(SYSTEMS)("the model of %s", (system) => {
  const families = modelOf(system, 1);

  it("exports what METRICS.md says, and nothing else", () => {
    const rows = documented(system);
    const rowOf = new Map(rows.map((row) => [row.name, row]));
    const byName = (a: DocumentedMetric, b: DocumentedMetric) => a.name.localeCompare(b.name);
    expect(rows.length).toBeGreaterThan(0);
    expect(families.map((family) => exported(family, rowOf.get(family.name))).sort(byName)).toEqual(
      rows.sort(byName),
    );
  });

  it("exports every metric that its dashboards are built on", () => {
    const names = families.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(REQUIRED[system].join(" ").split(" ")));
    expect(new Set(names).size).toBe(names.length);
  });

  it("says the same again for the same time and seed, and something else for another seed", () => {
    const textAt = (seed: number, t: number) =>
      JSON.stringify(modelOf(system, seed).map((family) => readFamily(family, t)));
    expect(textAt(1, DAY_START + 4711)).toBe(textAt(1, DAY_START + 4711));
    expect(textAt(2, DAY_START + 4711)).not.toBe(textAt(1, DAY_START + 4711));
  });

  it("has counters that never go back, and buckets that fit together, over a day", () => {
    const latest = new Map<string, number>();
    const wrong: string[] = [];
    for (let t = DAY_START; t <= DAY_START + DAY; t += 15) {
      for (const family of families) {
        if (family.type === "gauge") continue;
        for (const point of family.at(t)) {
          const row = "buckets" in point ? [...point.buckets, point.count] : [point.value];
          const never = "buckets" in point ? [...row, point.sum] : row;
          const key = family.name + labelsKey(point.labels);
          never.forEach((value, index) => {
            if (!(value >= (latest.get(`${key} ${index}`) ?? 0))) wrong.push(`${key} ${index} at ${t}`);
            latest.set(`${key} ${index}`, value);
          });
          if (row.some((value, index) => value < (row[index - 1] ?? 0))) wrong.push(`${key} buckets at ${t}`);
        }
      }
      if (wrong.length > 0) break;
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});

describe("all systems", () => {
  it("stay below 2,500 series", () => {
    const series = SYSTEMS.flatMap((system) =>
      modelOf(system).flatMap((family) => samplesOf(readFamily(family, DAY_START + 3600))),
    );
    expect(series.length).toBeGreaterThan(1000);
    expect(series.length).toBeLessThan(2500);
    expect(series.every(({ value }) => Number.isFinite(value))).toBe(true);
  });

  it("listen on neighbouring ports", () => {
    expect(SYSTEMS.map((system) => portOf(system, 9801))).toEqual([9801, 9802, 9803, 9804, 9805]);
  });
});

describe("values over a day", () => {
  const ranges = new Map<string, [min: number, max: number]>();

  beforeAll(() => {
    for (const family of SYSTEMS.flatMap((system) => modelOf(system))) {
      if (family.type !== "gauge") continue;
      for (let t = DAY_START; t < DAY_START + DAY; t += 15) {
        for (const { value } of family.at(t)) {
          const [min, max] = ranges.get(family.name) ?? [value, value];
          ranges.set(family.name, [Math.min(min, value), Math.max(max, value)]);
        }
      }
    }
  }, 60_000);

  it.each([
    ["codeconductor_model_healthy", 0, 1],
    ["codeconductor_uptime_seconds", 0, 4 * 3600],
    ["ml_active_jobs", 0, 4],
    ["ml_job_progress_percent", 0, 100],
    ["ml_job_status", 1, 5],
    ["ml_training_accuracy", 0.75, 0.999],
    ["ml_test_accuracy", 0.7, 0.98],
    ["process_open_fds", 30, 120],
    ["system_cpu_usage_percent", 3, 79],
    ["system_memory_usage_percent", 40, 79],
    ["process_threads", 15, 45],
    ["audit_agent_test_coverage_percent", 70, 95],
    ["test_watcher_queue_size", 0, 60],
    ["maestro_tenant_quota_usage_ratio", 0, 0.9],
    ["maestro_http_requests_in_progress", 0, 20],
    ["maestro_tenant_active_users", 0, 300],
    ["ml_budget_hourly_usage_ratio", 0, 0.9],
    ["ml_budget_daily_usage_ratio", 0, 0.9],
    ["celery_workers", 3, 4],
    ["celery_task_queued", 0, 60],
    ["celery_worker_cpu_load", 0, 5],
  ])("%s stays between %d and %d and moves", (name, min, max) => {
    const [lowest, highest] = ranges.get(name) ?? [Number.NaN, Number.NaN];
    expect(lowest).toBeGreaterThanOrEqual(min);
    expect(highest).toBeLessThanOrEqual(max);
    expect(highest).toBeGreaterThan(lowest);
  });
});
