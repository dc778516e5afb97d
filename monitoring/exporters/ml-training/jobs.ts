import type { Labels } from "../family/family.ts";
import { EPOCH_SECONDS, MINUTE } from "../signal/epoch.ts";
import { randomAt } from "../signal/random.ts";

export type JobStatus = "PENDING" | "RUNNING" | "COMPLETED" | "FAILED" | "CANCELLED";

export const STATUS_NUMBER: Readonly<Record<JobStatus, number>> = {
  PENDING: 1,
  RUNNING: 2,
  COMPLETED: 3,
  FAILED: 4,
  CANCELLED: 5,
};

export interface Job {
  labels: Labels & { job_id: string; job_type: string; model_type: string };
  status: JobStatus;
  progressPercent: number;
  durationSeconds: number;
  features: number;
  phases: number;
}

const JOB_TYPES = ["training", "training", "hyperparameter_search", "evaluation"];
const MODEL_TYPES = ["random_forest", "xgboost", "neural_network", "linear"];
const PENDING_SECONDS = 40;
const SHOWN_AFTER_END_SECONDS = 15 * MINUTE;

/** Each lane runs one job after another, one every so many seconds. */
const LANES_SECONDS = [29 * MINUTE, 37 * MINUTE, 46 * MINUTE, 61 * MINUTE];

/** The jobs that are pending, running or just over. */
export function jobsAt(seed: number, atSeconds: number): Job[] {
  return LANES_SECONDS.flatMap((every, lane) => {
    const turn = Math.floor((atSeconds - EPOCH_SECONDS) / every);
    return [turn - 1, turn]
      .map((one) =>
        jobAt(seed, one * LANES_SECONDS.length + lane, atSeconds - EPOCH_SECONDS - one * every, every),
      )
      .filter((job) => job !== null);
  });
}

function jobAt(seed: number, number: number, age: number, every: number): Job | null {
  const ending = endingOf(randomAt(seed + 1, number));
  const planned = every * (0.55 + 0.3 * randomAt(seed + 2, number));
  const runs = ending === "COMPLETED" ? planned : planned * (0.2 + 0.6 * randomAt(seed + 3, number));
  const ran = Math.min(runs, Math.max(0, age - PENDING_SECONDS));
  if (age > PENDING_SECONDS + runs + SHOWN_AFTER_END_SECONDS) return null;
  return {
    labels: {
      job_id: `job-${number}`,
      job_type: pick(JOB_TYPES, randomAt(seed + 4, number)),
      model_type: pick(MODEL_TYPES, randomAt(seed + 5, number)),
    },
    status: age < PENDING_SECONDS ? "PENDING" : ran < runs ? "RUNNING" : ending,
    progressPercent: Math.round((1000 * ran) / planned) / 10,
    durationSeconds: Math.round(ran),
    features: 12 + Math.floor(180 * randomAt(seed + 6, number)),
    phases: 3 + Math.floor(5 * randomAt(seed + 7, number)),
  };
}

function endingOf(chance: number): JobStatus {
  if (chance < 0.86) return "COMPLETED";
  return chance < 0.95 ? "FAILED" : "CANCELLED";
}

function pick(from: readonly string[], chance: number): string {
  return from[Math.floor(chance * from.length)] ?? "";
}
