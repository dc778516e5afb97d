import { addSeries, addToGauge, count, observe } from "../overlay/effects.ts";
import { inTurn, type Load } from "../overlay/load.ts";
import type { Effect } from "../overlay/state.ts";
import { type JobStatus, STATUS_NUMBER } from "./jobs.ts";

const KEPT_AFTER_END_SECONDS = 15 * 60;

interface TrainingJob {
  modelType: string;
  seconds: number;
  features: number;
  phases: number;
}

const JOBS: readonly [TrainingJob, ...TrainingJob[]] = [
  { modelType: "xgboost", seconds: 90, features: 48, phases: 4 },
  { modelType: "neural_network", seconds: 180, features: 128, phases: 6 },
  { modelType: "random_forest", seconds: 120, features: 32, phases: 3 },
];

/** Training jobs that the person can watch from 0 to 100 %. */
export const ML_TRAINING_LOAD: Load = {
  count: JOBS.length,
  step: (step, id) => {
    const job = inTurn(JOBS, step);
    const name = { job_id: `demo-${id}`, job_type: "training" };
    return {
      title: `Training job demo-${id} (${job.modelType}, ${job.seconds} s)`,
      activities: [
        {
          seconds: job.seconds,
          effects: [...jobSeries(name, job, "RUNNING", 0), addToGauge("ml_active_jobs", 1)],
        },
        {
          after: job.seconds,
          seconds: KEPT_AFTER_END_SECONDS,
          effects: jobSeries(name, job, "COMPLETED", 100),
        },
        {
          after: job.seconds,
          seconds: 1,
          effects: [
            count("ml_jobs_total", 1, { job_type: "training", status: "COMPLETED" }),
            observe("ml_jobs_duration_seconds", 1, job.seconds, { job_type: "training" }),
          ],
        },
      ],
    };
  },
};

function jobSeries(
  name: { job_id: string; job_type: string },
  job: TrainingJob,
  status: JobStatus,
  progressPercent: number,
): Effect[] {
  const labels = { ...name, model_type: job.modelType };
  const done = (progressPercent / 100) * job.seconds;
  return [
    addSeries("ml_job_progress_percent", labels, progressPercent, 100),
    addSeries("ml_job_duration_seconds", labels, done, job.seconds),
    addSeries("ml_job_status", { ...labels, status }, STATUS_NUMBER[status]),
    addSeries("ml_job_features_count", name, job.features),
    addSeries("ml_job_phases_count", name, job.phases),
  ];
}
