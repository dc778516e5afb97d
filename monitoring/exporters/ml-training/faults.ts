import { count, observe, setGauge } from "../overlay/effects.ts";
import type { Fault } from "../overlay/fault.ts";

export const ML_TRAINING_FAULTS: readonly Fault[] = [
  {
    name: "ml-database-down",
    system: "ml-training",
    says: "The service has lost its database.",
    effects: () => [setGauge("ml_db_connected", 0)],
  },
  {
    name: "ml-job-failures",
    system: "ml-training",
    says: "Most jobs fail seconds after their start.",
    effects: (seconds) =>
      ["training", "evaluation", "prediction"].flatMap((jobType) => [
        count("ml_jobs_total", 0.25 * seconds, { job_type: jobType, status: "FAILED" }),
        observe("ml_jobs_duration_seconds", 0.25 * seconds, 4, { job_type: jobType }),
      ]),
  },
];
