import type { Family } from "../family/family.ts";
import { histogram } from "../family/histogram.ts";
import { split } from "../family/split.ts";
import { counter, fractionalCounter, gauge, sumOf } from "../family/values.ts";
import { DAY, HOUR } from "../signal/epoch.ts";
import { seedFor } from "../signal/random.ts";
import type { TaskFlows } from "./tasks.ts";

const HOURLY_BUDGET_USD = 15;
const DAILY_BUDGET_USD = 270;

const TRANSCRIPTION_USD = { api: 0.0158, local: 0.0031 };

/** What the tasks did and what they cost. */
export function analyticsFamilies(seed: number, tasks: readonly TaskFlows[]): Family[] {
  const costs = tasks.map(
    ({ ended, usd }) =>
      (t: number) =>
        usd * ended(t),
  );
  const spent = sumOf(costs);
  const spentSince = (period: number) => (t: number) => spent(t) - spent(t - (t % period));
  return [
    fractionalCounter(
      "ml_cost_usd_total",
      "Money spent on tasks.",
      tasks.map(({ taskType }, index) => ({
        labels: { task_type: taskType },
        value: costs[index] ?? (() => 0),
      })),
    ),
    gauge("ml_budget_hourly_usage_ratio", "Share of this hour's budget that is spent.", [
      { value: (t) => spentSince(HOUR)(t) / HOURLY_BUDGET_USD },
    ]),
    gauge("ml_budget_daily_usage_ratio", "Share of today's budget that is spent.", [
      { value: (t) => spentSince(DAY)(t) / DAILY_BUDGET_USD },
    ]),
    counter(
      "ml_tasks_completed_total",
      "Tasks that ended, by how they ended.",
      tasks.flatMap(({ taskType, succeeded, failed }) => [
        { labels: { task_type: taskType, status: "success" }, value: succeeded },
        { labels: { task_type: taskType, status: "failure" }, value: failed },
      ]),
    ),
    histogram(
      "ml_task_processing_duration_seconds",
      "Time spent on a task.",
      [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300],
      tasks.map(({ taskType, ended, runSeconds }) => ({
        labels: { task_type: taskType },
        parts: [{ flow: ended, spread: { median: runSeconds, sigma: 0.5 } }],
      })),
    ),
    ...transcriptionFamilies(seed, tasks),
  ];
}

function transcriptionFamilies(seed: number, tasks: readonly TaskFlows[]): Family[] {
  const ended = sumOf(tasks.filter((one) => one.task === "transcribe_audio").map((one) => one.ended));
  const byBackend = split(seedFor(seed, "backend"), ended, { api: 0.7, local: 0.3 });
  const backends = ["api", "local"] as const;
  return [
    histogram(
      "ml_audio_duration_seconds",
      "Length of the audio that was transcribed.",
      [30, 60, 120, 300, 600, 1200, 1800, 3600, 7200],
      [{ parts: [{ flow: ended, spread: { median: 410, sigma: 0.85 } }] }],
    ),
    counter(
      "ml_transcriptions_total",
      "Transcriptions, by what made them.",
      backends.map((backend) => ({ labels: { backend }, value: byBackend(backend) })),
    ),
    fractionalCounter(
      "ml_transcription_cost_usd_total",
      "Money spent on transcriptions.",
      backends.map((backend) => ({
        labels: { backend },
        value: (t) => TRANSCRIPTION_USD[backend] * byBackend(backend)(t),
      })),
    ),
  ];
}
