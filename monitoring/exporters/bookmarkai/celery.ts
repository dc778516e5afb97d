import type { Family } from "../family/family.ts";
import { histogram } from "../family/histogram.ts";
import { counter, gauge } from "../family/values.ts";
import { HOUR, MINUTE } from "../signal/epoch.ts";
import { incident } from "../signal/incident.ts";
import { level } from "../signal/level.ts";
import { seedFor } from "../signal/random.ts";
import type { TaskFlows } from "./tasks.ts";

const workerRestart = incident({ at: 3 * HOUR + 40 * MINUTE, lasts: 40 });
const catchingUp = incident({ at: 2 * HOUR + 11 * MINUTE, lasts: 5 * MINUTE, ramp: 90 });

const HOSTS = {
  "llm-worker-1": 1.4,
  "vector-worker-1": 0.7,
  "whisper-worker-1": 2.3,
  "whisper-worker-2": 2.1,
};
const RESTARTING_HOST = "whisper-worker-2";
const USUALLY_QUEUED: Record<string, number> = {
  "ml.transcribe": 7,
  "ml.summarize": 4,
  "ml.embed": 2,
  "ml.caption": 2,
};

/** The Python workers. */
export function celeryFamilies(seed: number, tasks: readonly TaskFlows[]): Family[] {
  return [
    gauge("flower_up", "1 while Flower answers.", [{ value: () => 1 }]),
    gauge("celery_workers", "Workers that answer.", [
      { value: (t) => Object.keys(HOSTS).length - (workerRestart.level(t) > 0 ? 1 : 0) },
    ]),
    gauge("celery_worker_cpu_load", "Load average of the worker's host.", loadSeries(seed)),
    gauge(
      "celery_task_queued",
      "Tasks that wait in the queue.",
      tasks.map(({ queue }) => queueSeries(seed, queue)),
    ),
    ...executionFamilies(tasks),
  ];
}

function loadSeries(seed: number) {
  return Object.entries(HOSTS).map(([hostname, base]) => {
    const load = level(seedFor(seed, `load ${hostname}`), {
      base,
      daily: 0.25 * base,
      noise: 0.3 * base,
      everySeconds: 180,
    });
    return {
      labels: { hostname },
      value: (t: number) =>
        hostname === RESTARTING_HOST && workerRestart.level(t) > 0 ? 0 : Math.round(100 * load(t)) / 100,
    };
  });
}

function queueSeries(seed: number, queue: string) {
  const usual = USUALLY_QUEUED[queue] ?? 1;
  const waiting = level(seedFor(seed, `queue ${queue}`), {
    base: usual,
    daily: 0.4 * usual,
    noise: 0.7 * usual,
    everySeconds: 90,
    min: 0,
  });
  return {
    labels: { queue },
    value: (t: number) => Math.round(waiting(t) + 2.5 * usual * catchingUp.level(t)),
  };
}

function executionFamilies(tasks: readonly TaskFlows[]): Family[] {
  const perTask = (value: keyof Pick<TaskFlows, "sent" | "received" | "succeeded" | "failed">) =>
    tasks.map((one) => ({ labels: { task: one.task }, value: one[value] }));
  return [
    counter("celery_task_sent_total", "Tasks sent to a queue.", perTask("sent")),
    counter("celery_task_received_total", "Tasks taken by a worker.", perTask("received")),
    counter("celery_task_succeeded_total", "Tasks that succeeded.", perTask("succeeded")),
    counter("celery_task_failed_total", "Tasks that failed.", perTask("failed")),
    histogram(
      "celery_task_runtime_seconds",
      "Time a worker spent on a task.",
      [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300],
      tasks.map(({ task, ended, runSeconds }) => ({
        labels: { task },
        parts: [{ flow: ended, spread: { median: 0.93 * runSeconds, sigma: 0.5 } }],
      })),
    ),
  ];
}
