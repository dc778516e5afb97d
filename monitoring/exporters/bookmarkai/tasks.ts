import { split } from "../family/split.ts";
import { sumOf, whole } from "../family/values.ts";
import { HOUR, MINUTE } from "../signal/epoch.ts";
import { type Flow, flow } from "../signal/flow.ts";
import { incident } from "../signal/incident.ts";
import { seedFor } from "../signal/random.ts";

/** The message broker goes away for a moment; the producer's circuit breaker opens until it is back. */
export const brokerOutage = incident({ at: 2 * HOUR + 10 * MINUTE, lasts: 45 });
export const breakerOpen = incident({ at: 2 * HOUR + 10 * MINUTE + 5, lasts: 40 });
export const breakerTrying = incident({ at: 2 * HOUR + 10 * MINUTE + 45, lasts: 20 });

export const TASK_TYPES = [
  {
    taskType: "transcribe_whisper",
    task: "transcribe_audio",
    queue: "ml.transcribe",
    perSecond: 0.06,
    runSeconds: 38,
    usd: 0.012,
    bytes: 1400,
  },
  {
    taskType: "summarize_llm",
    task: "summarize_content",
    queue: "ml.summarize",
    perSecond: 0.26,
    runSeconds: 5.5,
    usd: 0.0034,
    bytes: 9000,
  },
  {
    taskType: "embed_vectors",
    task: "generate_embeddings",
    queue: "ml.embed",
    perSecond: 0.42,
    runSeconds: 0.45,
    usd: 0.0001,
    bytes: 5200,
  },
  {
    taskType: "caption_image",
    task: "caption_image",
    queue: "ml.caption",
    perSecond: 0.13,
    runSeconds: 2.4,
    usd: 0.0015,
    bytes: 2600,
  },
];

/** The way of one kind of task: sent by the producer, received and ended by a worker some seconds later. */
export interface TaskFlows {
  taskType: string;
  task: string;
  queue: string;
  runSeconds: number;
  bytes: number;
  usd: number;
  attempted: Flow;
  refused: Flow;
  sent: Flow;
  notSent: Flow;
  received: Flow;
  succeeded: Flow;
  failed: Flow;
  ended: Flow;
}

export function taskFlows(seed: number): TaskFlows[] {
  return TASK_TYPES.map(({ perSecond, ...kind }) => {
    const attempted = flow(seedFor(seed, `task ${kind.taskType}`), { perSecond, daily: 0.35, wobble: 0.4 });
    const refused = flow(0, {
      perSecond: 0,
      during: [{ incident: brokerOutage, perSecond: perSecond * 0.5 }],
    });
    const publish = split(seedFor(seed, `publish ${kind.taskType}`), attempted, { ok: 0.995, failed: 0.005 });
    const worked = split(seedFor(seed, `work ${kind.taskType}`), publish("ok"), { ok: 0.984, failed: 0.016 });
    return {
      ...kind,
      attempted,
      refused,
      sent: publish("ok"),
      notSent: sumOf([publish("failed"), whole(refused)]),
      received: later(publish("ok"), 2),
      succeeded: later(worked("ok"), 2 + kind.runSeconds),
      failed: later(worked("failed"), 2 + kind.runSeconds),
      ended: later(publish("ok"), 2 + kind.runSeconds),
    };
  });
}

function later(events: Flow, seconds: number): Flow {
  return (t) => events(t - seconds);
}
