import { addToGauge, count, freeze, observe, setGauge, spend } from "../overlay/effects.ts";
import type { Fault } from "../overlay/fault.ts";
import { TASK_TYPES } from "./tasks.ts";

export const BOOKMARKAI_FAULTS: readonly Fault[] = [
  {
    name: "bookmarkai-producer-disconnected",
    system: "bookmarkai",
    says: "The producer has lost the broker and fails to connect again.",
    effects: (seconds) => [
      setGauge("ml_producer_connection_state", 0),
      freeze("ml_producer_tasks_sent_total", { status: "success" }),
      ...TASK_TYPES.map(({ taskType, perSecond }) =>
        count("ml_producer_tasks_sent_total", perSecond * seconds, {
          task_type: taskType,
          status: "failure",
        }),
      ),
      count("ml_producer_reconnection_attempts_total", 0.2 * seconds),
      count("ml_producer_connection_errors_total", 0.3 * seconds, { error_type: "connection_refused" }),
    ],
  },
  {
    name: "bookmarkai-circuit-open",
    system: "bookmarkai",
    says: "The producer's circuit breaker is open: it refuses to send.",
    effects: (seconds) => [
      setGauge("ml_producer_circuit_breaker_state", 1),
      setGauge("ml_producer_circuit_breaker_failures", 8),
      ...TASK_TYPES.flatMap(({ taskType }) => [
        count("ml_producer_task_retries_total", 0.2 * seconds, { task_type: taskType }),
        observe("ml_producer_task_publish_duration_seconds", 0.2 * seconds, 2.5, { task_type: taskType }),
      ]),
    ],
  },
  {
    name: "bookmarkai-budget",
    system: "bookmarkai",
    says: "Spending runs past the hourly and the daily budget.",
    effects: (seconds) => [
      setGauge("ml_budget_hourly_usage_ratio", 0.97, {}, 1.15),
      setGauge("ml_budget_daily_usage_ratio", 0.94, {}, 0.99),
      spend("ml_cost_usd_total", 0.02 * seconds, { task_type: "transcribe_whisper" }),
      spend("ml_cost_usd_total", 0.01 * seconds, { task_type: "summarize_llm" }),
      spend("ml_transcription_cost_usd_total", 0.02 * seconds, { backend: "api" }),
    ],
  },
  {
    name: "bookmarkai-worker-down",
    system: "bookmarkai",
    says: "No Celery worker answers; tasks pile up.",
    effects: (seconds) => [
      setGauge("celery_workers", 0),
      setGauge("celery_worker_cpu_load", 0),
      freeze("celery_task_received_total"),
      freeze("celery_task_succeeded_total"),
      freeze("celery_task_failed_total"),
      freeze("celery_task_runtime_seconds"),
      freeze("ml_tasks_completed_total"),
      ...TASK_TYPES.map(({ queue, perSecond }) =>
        addToGauge("celery_task_queued", perSecond * seconds, { queue }, 0),
      ),
    ],
  },
  {
    name: "bookmarkai-queue-backlog",
    system: "bookmarkai",
    says: "Transcriptions arrive faster than the workers can take them.",
    effects: () => [
      addToGauge("celery_task_queued", 1200, { queue: "ml.transcribe" }, 600),
      addToGauge("celery_task_queued", 500, { queue: "ml.summarize" }, 250),
      addToGauge("celery_worker_cpu_load", 3.2),
    ],
  },
];
