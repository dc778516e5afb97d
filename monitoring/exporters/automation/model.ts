import type { Family } from "../family/family.ts";
import { histogram } from "../family/histogram.ts";
import { split } from "../family/split.ts";
import { counter, fractionalCounter, gauge, sumOf, type ValueSeries, whole } from "../family/values.ts";
import { HOUR, MINUTE } from "../signal/epoch.ts";
import { flow } from "../signal/flow.ts";
import { incident } from "../signal/incident.ts";
import { level } from "../signal/level.ts";
import { seedFor } from "../signal/random.ts";

const MEGABYTE = 1024 * 1024;

const deploy = incident({ at: 3 * HOUR + 5 * MINUTE, lasts: 40 });
const errorBurst = incident({ at: HOUR + 40 * MINUTE, lasts: 3 * MINUTE, ramp: 20 });
const slowApis = incident({ at: 2 * HOUR + 20 * MINUTE, lasts: 4 * MINUTE, ramp: 30 });

/** The automation platform: test watcher, audit agent, and the two APIs they call. */
export function automationModel(seed: number): Family[] {
  return [...hostFamilies(seed), ...watcherFamilies(seed), ...auditFamilies(seed), ...apiFamilies(seed)];
}

function hostFamilies(seed: number): Family[] {
  const processor = level(seedFor(seed, "cpu"), {
    base: 37,
    daily: 11,
    noise: 12,
    everySeconds: 200,
    min: 3,
  });
  const memory = level(seedFor(seed, "memory"), { base: 51, daily: 5, noise: 3, everySeconds: 600 });
  const resident = level(seedFor(seed, "resident"), {
    base: 288 * MEGABYTE,
    daily: 20 * MEGABYTE,
    noise: 14 * MEGABYTE,
  });
  const threads = level(seedFor(seed, "threads"), { base: 26, daily: 4, noise: 5, everySeconds: 240 });
  const hours = (t: number) => deploy.age(t) / HOUR;
  return [
    gauge("system_cpu_usage_percent", "CPU in use on the host.", [
      { value: (t) => rounded(processor(t) + 12 * deploy.level(t)) },
    ]),
    gauge("system_memory_usage_percent", "Memory in use on the host.", [
      { value: (t) => rounded(memory(t) + 1.6 * hours(t)) },
    ]),
    gauge("process_resident_memory_bytes", "Resident memory size in bytes.", [
      { value: (t) => Math.round(resident(t) + 42 * MEGABYTE * hours(t)) },
    ]),
    gauge("process_threads", "Threads of the process.", [{ value: (t) => Math.round(threads(t)) }]),
    fractionalCounter("process_cpu_seconds_total", "User and system CPU time spent in seconds.", [
      {
        value: flow(seedFor(seed, "cpu seconds"), {
          perSecond: 0.38,
          daily: 0.3,
          wobble: 0.5,
          during: [{ incident: deploy, perSecond: 0.5 }],
        }),
      },
    ]),
    gauge("process_start_time_seconds", "Start of the process since the Unix epoch in seconds.", [
      { value: (t) => Math.round(t - deploy.age(t)) },
    ]),
  ];
}

function rounded(percent: number): number {
  return Math.round(100 * percent) / 100;
}

function watcherFamilies(seed: number): Family[] {
  const files = flow(seedFor(seed, "files"), { perSecond: 0.32, daily: 0.45, wobble: 0.4 });
  const tests = flow(seedFor(seed, "tests"), { perSecond: 0.9, daily: 0.45, wobble: 0.4 });
  const broken = flow(0, { perSecond: 0, during: [{ incident: errorBurst, perSecond: 0.09 }] });
  const outcome = split(seedFor(seed, "outcome"), tests, { pass: 0.966, fail: 0.026, error: 0.008 });
  const queue = level(seedFor(seed, "queue"), { base: 5, daily: 3, noise: 4, everySeconds: 150, min: 0 });
  // rate() is asked of this gauge, so it climbs without ever falling until the restart frees it.
  const leaked = flow(seedFor(seed, "leak"), { perSecond: 11_000, daily: 0.2, wobble: 0.6 });
  return [
    counter("test_watcher_files_processed_total", "Changed files that were handled.", [{ value: files }]),
    gauge("test_watcher_running", "1 while the watcher runs.", [
      { value: (t) => (deploy.level(t) > 0 ? 0 : 1) },
    ]),
    gauge("test_watcher_queue_size", "Files that wait.", [
      { value: (t) => Math.round(queue(t) + 22 * errorBurst.level(t) + 14 * deploy.level(t)) },
    ]),
    counter("test_watcher_errors_total", "Errors of the watcher itself.", watcherErrors(seed)),
    counter("test_watcher_tests_run_total", "Tests run, by result.", [
      { labels: { status: "pass" }, value: outcome("pass") },
      { labels: { status: "fail" }, value: outcome("fail") },
      { labels: { status: "error" }, value: sumOf([outcome("error"), whole(broken)]) },
    ]),
    histogram(
      "test_watcher_test_execution_duration_seconds",
      "Time one test took.",
      [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
      [
        {
          parts: [
            { flow: tests, spread: { median: 0.42, sigma: 0.9 } },
            { flow: broken, spread: { median: 9, sigma: 0.4 } },
          ],
        },
      ],
    ),
    gauge("test_watcher_memory_usage_bytes", "Memory of the watcher.", [
      { value: (t) => Math.round(64 * MEGABYTE + leaked(t) - leaked(t - deploy.age(t))) },
    ]),
  ];
}

function watcherErrors(seed: number): ValueSeries[] {
  const inBurst = { parse: 0.004, timeout: 0.006, io: 0.001 };
  return Object.entries(inBurst).map(([type, perSecond]) => ({
    labels: { type },
    value: flow(seedFor(seed, `watcher ${type}`), {
      perSecond: 0.0005,
      wobble: 0.6,
      during: [{ incident: errorBurst, perSecond }],
    }),
  }));
}

function auditFamilies(seed: number): Family[] {
  const triggers = { scheduled: 0.033, marker: 0.018, manual: 0.005 };
  const runs = Object.entries(triggers).map(([trigger, perSecond]) => ({
    labels: { trigger },
    value: flow(seedFor(seed, `audit ${trigger}`), { perSecond, daily: trigger === "scheduled" ? 0 : 0.5 }),
  }));
  const types = { analysis: 0.0007, report: 0.0003, timeout: 0.0004 };
  const coverage = level(seedFor(seed, "coverage"), { base: 86.2, noise: 2.8, everySeconds: 50 * MINUTE });
  return [
    counter("audit_agent_runs_total", "Audits run, by what started them.", runs),
    gauge("audit_agent_test_coverage_percent", "Lines that tests reach.", [
      { value: (t) => rounded(coverage(t)) },
    ]),
    counter("audit_agent_completion_markers_found_total", "Completion markers found in the code.", [
      { value: flow(seedFor(seed, "markers"), { perSecond: 0.021, daily: 0.5, wobble: 0.4 }) },
    ]),
    histogram(
      "audit_agent_run_duration_seconds",
      "Time one audit took.",
      [1, 5, 10, 20, 30, 60, 120, 300, 600],
      [{ parts: runs.map(({ value }) => ({ flow: value, spread: { median: 21, sigma: 0.6 } })) }],
    ),
    counter(
      "audit_agent_errors_total",
      "Audits that failed, by why.",
      Object.entries(types).map(([type, perSecond]) => ({
        labels: { type },
        value: flow(seedFor(seed, `audit error ${type}`), {
          perSecond,
          during: [{ incident: errorBurst, perSecond: 5 * perSecond }],
        }),
      })),
    ),
  ];
}

function apiFamilies(seed: number): Family[] {
  const apis = [
    { api: "deepseek", perSecond: 0.52, medianSeconds: 1.1 },
    { api: "perplexity", perSecond: 0.21, medianSeconds: 1.9 },
  ].map(({ api, perSecond, medianSeconds }) => {
    const calls = flow(seedFor(seed, `calls ${api}`), { perSecond, daily: 0.4, wobble: 0.4 });
    const slow = flow(0, { perSecond: 0, during: [{ incident: slowApis, perSecond: perSecond * 0.05 }] });
    const kind = split(seedFor(seed, `kind ${api}`), calls, {
      success: 0.988,
      rate_limited: 0.004,
      timeout: 0.003,
      server_error: 0.003,
      invalid_response: 0.002,
    });
    const errors = {
      timeout: sumOf([kind("timeout"), whole(slow)]),
      server_error: kind("server_error"),
      invalid_response: kind("invalid_response"),
    };
    return { api, calls, slow, kind, errors, medianSeconds };
  });

  return [
    counter(
      "api_requests_total",
      "Calls to other services, by how they ended.",
      apis.flatMap(({ api, kind, errors }) => [
        { labels: { api, status: "success" }, value: kind("success") },
        { labels: { api, status: "error" }, value: sumOf(Object.values(errors)) },
        { labels: { api, status: "rate_limited" }, value: kind("rate_limited") },
      ]),
    ),
    histogram(
      "api_response_time_seconds",
      "Time a call took.",
      [0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 20, 30],
      apis.map(({ api, calls, slow, medianSeconds }) => ({
        labels: { api },
        parts: [
          { flow: calls, spread: { median: medianSeconds, sigma: 0.5 } },
          { flow: slow, spread: { median: 14, sigma: 0.2 } },
        ],
      })),
    ),
    counter(
      "api_rate_limit_hits_total",
      "Calls refused because there were too many.",
      apis.map(({ api, kind }) => ({ labels: { api }, value: kind("rate_limited") })),
    ),
    counter(
      "api_errors_total",
      "Calls that failed, by why.",
      apis.flatMap(({ api, errors }) =>
        Object.entries(errors).map(([type, value]) => ({ labels: { api, type }, value })),
      ),
    ),
  ];
}
