import type { Family } from "../family/family.ts";
import { type HistogramSeries, histogram } from "../family/histogram.ts";
import { split } from "../family/split.ts";
import { counter, gauge, sumOf, whole } from "../family/values.ts";
import { HOUR, MINUTE } from "../signal/epoch.ts";
import { type Flow, flow } from "../signal/flow.ts";
import { incident } from "../signal/incident.ts";
import { seedFor } from "../signal/random.ts";

const deploy = incident({ at: 2 * HOUR + 40 * MINUTE, lasts: 3 * MINUTE, ramp: 30 });
const slowSpell = incident({ at: HOUR + 10 * MINUTE, lasts: 8 * MINUTE, ramp: 60 });
const modelReload = incident({ at: 3 * HOUR + 15 * MINUTE, lasts: 45 });

const RESPONSE_BOUNDS = [0.25, 0.5, 1, 2, 3, 5, 7.5, 10, 15, 30, 60];

const TASKS = {
  simple_function: { perSecond: 0.13, medianSeconds: 0.9 },
  documentation: { perSecond: 0.07, medianSeconds: 1.6 },
  unit_tests: { perSecond: 0.08, medianSeconds: 2.2 },
  bug_fix: { perSecond: 0.06, medianSeconds: 2.8 },
  rest_api: { perSecond: 0.05, medianSeconds: 3.6 },
  refactor: { perSecond: 0.03, medianSeconds: 4.9 },
};

const MODELS = {
  "codellama-34b": { perSecond: 0.16, medianSeconds: 2.4, failing: 0.008 },
  "deepseek-coder-33b": { perSecond: 0.21, medianSeconds: 2.1, failing: 0.005 },
  "mistral-7b": { perSecond: 0.3, medianSeconds: 0.8, failing: 0.004 },
  "phi-3-mini": { perSecond: 0.35, medianSeconds: 0.35, failing: 0.003 },
  "qwen2.5-coder-32b": { perSecond: 0.24, medianSeconds: 1.9, failing: 0.006 },
  "starcoder2-15b": { perSecond: 0.09, medianSeconds: 1.3, failing: 0.014 },
};

/** CodeConductor: a pipeline that gives coding tasks to six language models. */
export function codeconductorModel(seed: number): Family[] {
  return [...pipelineFamilies(seed), ...modelFamilies(seed)];
}

function pipelineFamilies(seed: number): Family[] {
  const total: Flow[] = [];
  const successful: Flow[] = [];
  const series = Object.entries(TASKS).map(([task, { perSecond, medianSeconds }]): HistogramSeries => {
    const usual = flow(seedFor(seed, `task ${task}`), { perSecond, daily: 0.35, wobble: 0.4 });
    const slow = flow(0, { perSecond: 0, during: [{ incident: slowSpell, perSecond: perSecond * 0.12 }] });
    const failing = flow(0, { perSecond: 0, during: [{ incident: deploy, perSecond: perSecond * 0.02 }] });
    const outcome = split(seedFor(seed, `outcome ${task}`), usual, { success: 0.988, failure: 0.012 });
    total.push(whole(usual), whole(slow), whole(failing));
    successful.push(outcome("success"), whole(slow));
    return {
      labels: { task },
      parts: [
        { flow: usual, spread: { median: medianSeconds, sigma: 0.5 } },
        { flow: slow, spread: { median: medianSeconds * 5, sigma: 0.4 } },
        { flow: failing, spread: { median: 0.4, sigma: 0.3 } },
      ],
    };
  });

  return [
    counter("codeconductor_total_requests", "Requests that entered the pipeline.", [{ value: sumOf(total) }]),
    counter("codeconductor_successful_requests", "Requests that the pipeline answered.", [
      { value: sumOf(successful) },
    ]),
    gauge("codeconductor_uptime_seconds", "Seconds since the pipeline was started.", [{ value: deploy.age }]),
    histogram(
      "codeconductor_response_time_seconds",
      "Time from a task's arrival to its answer.",
      RESPONSE_BOUNDS,
      series,
    ),
  ];
}

function modelFamilies(seed: number): Family[] {
  const models = Object.entries(MODELS).map(([model, { perSecond, medianSeconds, failing }]) => {
    const requests = flow(seedFor(seed, `model ${model}`), { perSecond, daily: 0.35, wobble: 0.35 });
    const slow = flow(0, { perSecond: 0, during: [{ incident: slowSpell, perSecond: perSecond * 0.1 }] });
    const outcome = split(seedFor(seed, `errors ${model}`), requests, { ok: 1 - failing, failed: failing });
    return { labels: { model }, model, requests, slow, errors: outcome("failed"), medianSeconds };
  });

  return [
    gauge(
      "codeconductor_model_healthy",
      "1 while the model answers its health check.",
      models.map(({ labels, model }) => ({
        labels,
        value: (t) => (model === "starcoder2-15b" && modelReload.level(t) > 0 ? 0 : 1),
      })),
    ),
    counter(
      "codeconductor_model_requests_total",
      "Requests sent to the model.",
      models.map(({ labels, requests, slow }) => ({ labels, value: sumOf([whole(requests), whole(slow)]) })),
    ),
    counter(
      "codeconductor_model_errors_total",
      "Requests that the model failed to answer.",
      models.map(({ labels, errors }) => ({ labels, value: errors })),
    ),
    histogram(
      "codeconductor_model_response_time_seconds",
      "Time the model took to answer.",
      RESPONSE_BOUNDS,
      models.map(({ labels, requests, slow, medianSeconds }) => ({
        labels,
        parts: [
          { flow: requests, spread: { median: medianSeconds, sigma: 0.45 } },
          { flow: slow, spread: { median: medianSeconds * 4, sigma: 0.35 } },
        ],
      })),
    ),
  ];
}
