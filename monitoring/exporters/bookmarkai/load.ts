import { count, observe, spend } from "../overlay/effects.ts";
import type { Load } from "../overlay/load.ts";
import type { Effect } from "../overlay/state.ts";
import { TASK_TYPES } from "./tasks.ts";

const TASKS_OF_EACH_TYPE = 12;

export const BOOKMARKAI_LOAD: Load = {
  count: 10,
  step: (step) => ({
    title: `Batch ${step + 1}: ${TASKS_OF_EACH_TYPE} tasks of each of ${TASK_TYPES.length} types`,
    activities: [
      { seconds: 5, effects: TASK_TYPES.flatMap(sending) },
      { after: 5, seconds: 20, effects: [...TASK_TYPES.flatMap(working), ...transcribing()] },
    ],
  }),
};

function sending({ taskType, task, bytes }: (typeof TASK_TYPES)[number]): Effect[] {
  const labels = { task_type: taskType };
  return [
    count("ml_producer_tasks_sent_total", TASKS_OF_EACH_TYPE, { ...labels, status: "success" }),
    observe("ml_producer_task_publish_duration_seconds", TASKS_OF_EACH_TYPE, 0.009, labels),
    observe("ml_producer_message_size_bytes", TASKS_OF_EACH_TYPE, 2 * bytes, labels),
    count("celery_task_sent_total", TASKS_OF_EACH_TYPE, { task }),
    count("celery_task_received_total", TASKS_OF_EACH_TYPE, { task }),
  ];
}

function working({ taskType, task, runSeconds, usd }: (typeof TASK_TYPES)[number]): Effect[] {
  const labels = { task_type: taskType };
  return [
    count("ml_tasks_completed_total", TASKS_OF_EACH_TYPE, { ...labels, status: "success" }),
    observe("ml_task_processing_duration_seconds", TASKS_OF_EACH_TYPE, runSeconds, labels),
    spend("ml_cost_usd_total", TASKS_OF_EACH_TYPE * usd, labels),
    count("celery_task_succeeded_total", TASKS_OF_EACH_TYPE, { task }),
    observe("celery_task_runtime_seconds", TASKS_OF_EACH_TYPE, runSeconds, { task }),
  ];
}

function transcribing(): Effect[] {
  return [
    count("ml_transcriptions_total", TASKS_OF_EACH_TYPE, { backend: "api" }),
    spend("ml_transcription_cost_usd_total", TASKS_OF_EACH_TYPE * 0.0158, { backend: "api" }),
    observe("ml_audio_duration_seconds", TASKS_OF_EACH_TYPE, 540),
  ];
}
