import { addToGauge, count, observe } from "../overlay/effects.ts";
import type { Fault } from "../overlay/fault.ts";

const LEAK_BYTES_PER_SECOND = 1_500_000;
const APIS = ["deepseek", "perplexity"];

export const AUTOMATION_FAULTS: readonly Fault[] = [
  {
    name: "automation-high-error-rate",
    system: "automation",
    says: "The test watcher and the audit agent run from error to error.",
    effects: (seconds) => [
      count("test_watcher_errors_total", 0.2 * seconds, { type: "timeout" }),
      count("test_watcher_errors_total", 0.1 * seconds, { type: "io" }),
      count("test_watcher_tests_run_total", 0.5 * seconds, { status: "error" }),
      observe("test_watcher_test_execution_duration_seconds", 0.5 * seconds, 12),
      count("audit_agent_errors_total", 0.05 * seconds, { type: "analysis" }),
    ],
  },
  {
    name: "automation-memory-leak",
    system: "automation",
    says: "The test watcher keeps 1.5 MB a second.",
    effects: (seconds) => [
      addToGauge("test_watcher_memory_usage_bytes", LEAK_BYTES_PER_SECOND * seconds, {}, 0),
      addToGauge("process_resident_memory_bytes", LEAK_BYTES_PER_SECOND * seconds, {}, 0),
      addToGauge("system_memory_usage_percent", Math.min(40, seconds / 20), {}, 0),
    ],
  },
  {
    name: "automation-api-failures",
    system: "automation",
    says: "Both APIs answer most calls with errors or not at all.",
    effects: (seconds) =>
      APIS.flatMap((api) => [
        count("api_requests_total", 0.6 * seconds, { api, status: "error" }),
        count("api_errors_total", 0.3 * seconds, { api, type: "server_error" }),
        count("api_errors_total", 0.3 * seconds, { api, type: "timeout" }),
        observe("api_response_time_seconds", 0.6 * seconds, 18, { api }),
      ]),
  },
];
