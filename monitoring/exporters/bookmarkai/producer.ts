import type { Family } from "../family/family.ts";
import { histogram } from "../family/histogram.ts";
import { counter, gauge } from "../family/values.ts";
import { flow } from "../signal/flow.ts";
import { seedFor } from "../signal/random.ts";
import { breakerOpen, breakerTrying, brokerOutage, type TaskFlows } from "./tasks.ts";

const DISCONNECTED = 0;
const CONNECTED = 1;
const CONNECTING = 2;

const CLOSED = 0;
const OPEN = 1;
const HALF_OPEN = 2;

const SECONDS_UNTIL_RECONNECTING = 25;
const FAILURES_TO_OPEN = 5;

/** The part that puts tasks on the broker. */
export function producerFamilies(seed: number, tasks: readonly TaskFlows[]): Family[] {
  return [...connectionFamilies(seed), ...sendingFamilies(seed, tasks)];
}

function connectionFamilies(seed: number): Family[] {
  const errors = { connection_refused: 0.3, timeout: 0.12, channel_closed: 0.06 };
  return [
    gauge("ml_producer_connection_state", "0 disconnected, 1 connected, 2 connecting.", [
      { value: connectionState },
    ]),
    counter("ml_producer_reconnection_attempts_total", "Attempts to connect again.", [
      {
        value: flow(seedFor(seed, "reconnections"), {
          perSecond: 0.0003,
          during: [{ incident: brokerOutage, perSecond: 0.2 }],
        }),
      },
    ]),
    gauge("ml_producer_circuit_breaker_state", "0 closed, 1 open, 2 half-open.", [{ value: breakerState }]),
    gauge("ml_producer_circuit_breaker_failures", "Failures in a row.", [{ value: failuresInARow }]),
    counter(
      "ml_producer_connection_errors_total",
      "Errors of the connection, by kind.",
      Object.entries(errors).map(([type, perSecond]) => ({
        labels: { error_type: type },
        value: flow(seedFor(seed, `connection ${type}`), {
          perSecond: 0.0006,
          wobble: 0.6,
          during: [{ incident: brokerOutage, perSecond }],
        }),
      })),
    ),
  ];
}

function connectionState(t: number): number {
  if (brokerOutage.level(t) === 0) return CONNECTED;
  return brokerOutage.age(t) < SECONDS_UNTIL_RECONNECTING ? DISCONNECTED : CONNECTING;
}

function breakerState(t: number): number {
  if (breakerOpen.level(t) > 0) return OPEN;
  return breakerTrying.level(t) > 0 ? HALF_OPEN : CLOSED;
}

function failuresInARow(t: number): number {
  if (breakerState(t) !== CLOSED) return FAILURES_TO_OPEN;
  return brokerOutage.level(t) > 0 ? Math.floor(brokerOutage.age(t)) : 0;
}

function sendingFamilies(seed: number, tasks: readonly TaskFlows[]): Family[] {
  return [
    counter(
      "ml_producer_tasks_sent_total",
      "Tasks given to the broker, by whether it took them.",
      tasks.flatMap(({ taskType, sent, notSent }) => [
        { labels: { task_type: taskType, status: "success" }, value: sent },
        { labels: { task_type: taskType, status: "failure" }, value: notSent },
      ]),
    ),
    counter(
      "ml_producer_task_retries_total",
      "Tasks sent again.",
      tasks.map(({ taskType }) => ({
        labels: { task_type: taskType },
        value: flow(seedFor(seed, `retries ${taskType}`), {
          perSecond: 0.002,
          wobble: 0.6,
          during: [{ incident: brokerOutage, perSecond: 0.12 }],
        }),
      })),
    ),
    histogram(
      "ml_producer_task_publish_duration_seconds",
      "Time until the broker confirmed a task.",
      [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5],
      tasks.map(({ taskType, attempted, refused, bytes }) => ({
        labels: { task_type: taskType },
        parts: [
          { flow: attempted, spread: { median: 0.003 + bytes * 4e-7, sigma: 0.6 } },
          { flow: refused, spread: { median: 1.8, sigma: 0.3 } },
        ],
      })),
    ),
    histogram(
      "ml_producer_message_size_bytes",
      "Size of the messages.",
      [256, 512, 1024, 2048, 4096, 8192, 16_384, 65_536, 262_144],
      tasks.map(({ taskType, attempted, bytes }) => ({
        labels: { task_type: taskType },
        parts: [{ flow: attempted, spread: { median: bytes, sigma: 0.7 } }],
      })),
    ),
  ];
}
