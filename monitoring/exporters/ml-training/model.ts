import type { Family, Labels } from "../family/family.ts";
import { type HistogramSeries, histogram } from "../family/histogram.ts";
import { split } from "../family/split.ts";
import {
  changingGauge,
  counter,
  fractionalCounter,
  gauge,
  sumOf,
  type ValueSeries,
} from "../family/values.ts";
import { HOUR, MINUTE } from "../signal/epoch.ts";
import { flow } from "../signal/flow.ts";
import { incident } from "../signal/incident.ts";
import { level } from "../signal/level.ts";
import { randomAt, seedFor } from "../signal/random.ts";
import { type Job, jobsAt, STATUS_NUMBER } from "./jobs.ts";

const MEGABYTE = 1024 * 1024;

const databaseOutage = incident({ at: 50 * MINUTE, lasts: 40 });
const restart = incident({ at: 3 * HOUR + 30 * MINUTE, lasts: 2 * MINUTE, ramp: 20 });
const failureBurst = incident({ at: 2 * HOUR + 25 * MINUTE, lasts: 4 * MINUTE, ramp: 30 });

const JOB_TYPES = {
  training: { perSecond: 0.012, medianSeconds: 600 },
  hyperparameter_search: { perSecond: 0.005, medianSeconds: 1500 },
  evaluation: { perSecond: 0.03, medianSeconds: 45 },
  prediction: { perSecond: 0.14, medianSeconds: 3 },
};

const MODELS = {
  "churn-xgboost": { training: 0.941, test: 0.905 },
  "demand-lstm": { training: 0.893, test: 0.842 },
  "fraud-forest": { training: 0.978, test: 0.951 },
  "pricing-linear": { training: 0.812, test: 0.798 },
  "vision-cnn": { training: 0.965, test: 0.887 },
};

/** The ML training service: jobs, models, and the Python process that runs them. */
export function mlTrainingModel(seed: number): Family[] {
  return [
    ...serviceFamilies(seed),
    ...jobFamilies(seedFor(seed, "jobs")),
    ...jobTotals(seed),
    ...accuracyFamilies(seed),
    ...processFamilies(seed),
    ...collectorFamilies(seed),
  ];
}

function serviceFamilies(seed: number): Family[] {
  const models = level(seedFor(seed, "models"), { base: 42, noise: 3, everySeconds: 2 * HOUR });
  return [
    gauge("ml_db_connected", "1 while the service reaches its database.", [
      { value: (t) => (databaseOutage.level(t) > 0 ? 0 : 1) },
    ]),
    gauge("ml_service_uptime_seconds", "Seconds since the service was started.", [{ value: restart.age }]),
    gauge("ml_models_total", "Models that the service knows.", [{ value: (t) => Math.round(models(t)) }]),
  ];
}

function jobFamilies(seed: number): Family[] {
  const perJob = (name: string, help: string, value: (job: Job) => number, labels = allLabels) =>
    changingGauge(name, help, (t) =>
      jobsAt(seed, t).map((job) => ({ labels: labels(job), value: value(job) })),
    );

  return [
    gauge("ml_active_jobs", "Jobs that are running.", [
      { value: (t) => jobsAt(seed, t).filter((job) => job.status === "RUNNING").length },
    ]),
    perJob("ml_job_progress_percent", "How far the job is.", (job) => job.progressPercent),
    perJob("ml_job_duration_seconds", "How long the job has run.", (job) => job.durationSeconds),
    perJob(
      "ml_job_status",
      "1 PENDING, 2 RUNNING, 3 COMPLETED, 4 FAILED, 5 CANCELLED.",
      (job) => STATUS_NUMBER[job.status],
      (job) => ({ ...job.labels, status: job.status }),
    ),
    perJob("ml_job_features_count", "Features that the job uses.", (job) => job.features, idAndType),
    perJob("ml_job_phases_count", "Phases that the job goes through.", (job) => job.phases, idAndType),
  ];
}

function allLabels({ labels }: Job): Labels {
  return labels;
}

function idAndType({ labels }: Job): Labels {
  return { job_id: labels.job_id, job_type: labels.job_type };
}

function jobTotals(seed: number): Family[] {
  const totals: ValueSeries[] = [];
  const durations: HistogramSeries[] = [];
  for (const [jobType, { perSecond, medianSeconds }] of Object.entries(JOB_TYPES)) {
    const usual = flow(seedFor(seed, `jobs ${jobType}`), { perSecond, daily: 0.4, wobble: 0.3 });
    const failing = flow(0, {
      perSecond: 0,
      during: [{ incident: failureBurst, perSecond: perSecond * 0.04 }],
    });
    const ended = split(seedFor(seed, `ended ${jobType}`), usual, {
      COMPLETED: 0.963,
      FAILED: 0.025,
      CANCELLED: 0.012,
    });
    const labels = (status: string) => ({ job_type: jobType, status });
    totals.push(
      { labels: labels("COMPLETED"), value: ended("COMPLETED") },
      { labels: labels("FAILED"), value: sumOf([ended("FAILED"), (t) => Math.floor(failing(t))]) },
      { labels: labels("CANCELLED"), value: ended("CANCELLED") },
    );
    durations.push({
      labels: { job_type: jobType },
      parts: [
        { flow: usual, spread: { median: medianSeconds, sigma: 0.6 } },
        { flow: failing, spread: { median: medianSeconds / 4, sigma: 0.8 } },
      ],
    });
  }
  return [
    counter("ml_jobs_total", "Jobs that ended, by how they ended.", totals),
    histogram(
      "ml_jobs_duration_seconds",
      "How long jobs ran.",
      [1, 2, 5, 10, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200],
      durations,
    ),
  ];
}

/** A retrained model starts fresh, then slowly loses touch with new data. */
function accuracyFamilies(seed: number): Family[] {
  const accuracy = (kind: "training" | "test", loss: number): ValueSeries[] =>
    Object.entries(MODELS).map(([model, base], index) => {
      const retraining = incident({ at: (20 + 37 * index) * MINUTE, lasts: MINUTE });
      const own = seedFor(seed, `${kind} ${model}`);
      const wandering = level(own, { base: base[kind], noise: 0.004, everySeconds: 900 });
      return {
        labels: { model_id: model },
        value: (t) => {
          const age = retraining.age(t);
          const luck = 0.012 * (randomAt(own, Math.round((t - age) / HOUR)) - 0.5);
          return Math.min(0.999, wandering(t) + luck - (loss * age) / (4 * HOUR));
        },
      };
    });
  return [
    gauge("ml_training_accuracy", "Accuracy on the data the model learnt from.", accuracy("training", 0.002)),
    gauge("ml_test_accuracy", "Accuracy on data the model has not seen.", accuracy("test", 0.014)),
  ];
}

function processFamilies(seed: number): Family[] {
  const working = level(seedFor(seed, "memory"), {
    base: 610 * MEGABYTE,
    daily: 60 * MEGABYTE,
    noise: 45 * MEGABYTE,
    everySeconds: 420,
  });
  const resident = (t: number) => Math.round(working(t) + 24 * MEGABYTE * (restart.age(t) / HOUR));
  const files = level(seedFor(seed, "files"), { base: 64, daily: 10, noise: 9 });
  const processor = flow(seedFor(seed, "processor"), {
    perSecond: 0.42,
    daily: 0.3,
    wobble: 0.5,
    during: [{ incident: restart, perSecond: 0.35 }],
  });
  return [
    gauge("process_resident_memory_bytes", "Resident memory size in bytes.", [{ value: resident }]),
    gauge("process_virtual_memory_bytes", "Virtual memory size in bytes.", [
      { value: (t) => 2300 * MEGABYTE + Math.round(0.7 * resident(t)) },
    ]),
    fractionalCounter("process_cpu_seconds_total", "User and system CPU time spent in seconds.", [
      { value: processor },
    ]),
    gauge("process_open_fds", "Open file descriptors.", [{ value: (t) => Math.round(files(t)) }]),
    gauge("process_max_fds", "Most file descriptors that may be open.", [{ value: () => 1024 }]),
    gauge("process_start_time_seconds", "Start of the process since the Unix epoch in seconds.", [
      { value: (t) => Math.round(t - restart.age(t)) },
    ]),
  ];
}

function collectorFamilies(seed: number): Family[] {
  const collections = { "0": 0.9, "1": 0.08, "2": 0.007 };
  const objects = { "0": 230, "1": 41, "2": 6.5 };
  const series = (what: string, rates: Record<string, number>): ValueSeries[] =>
    Object.entries(rates).map(([generation, perSecond]) => ({
      labels: { generation },
      value: flow(seedFor(seed, `${what} ${generation}`), { perSecond, daily: 0.35, wobble: 0.45 }),
    }));
  return [
    counter(
      "python_gc_collections_total",
      "Times this generation was collected.",
      series("collections", collections),
    ),
    counter("python_gc_objects_collected_total", "Objects collected.", series("objects", objects)),
  ];
}
