import { count, observe } from "../overlay/effects.ts";
import type { Load } from "../overlay/load.ts";

const FILES = 8;
const PASSED = 51;
const FAILED = 7;
const BROKEN = 2;

export const AUTOMATION_LOAD: Load = {
  count: 10,
  step: (step) => ({
    title: `Test burst ${step + 1}: ${FILES} files, ${PASSED + FAILED + BROKEN} tests`,
    activities: [
      {
        seconds: 5,
        effects: [
          count("test_watcher_files_processed_total", FILES),
          count("test_watcher_tests_run_total", PASSED, { status: "pass" }),
          count("test_watcher_tests_run_total", FAILED, { status: "fail" }),
          count("test_watcher_tests_run_total", BROKEN, { status: "error" }),
          observe("test_watcher_test_execution_duration_seconds", PASSED, 0.8),
          observe("test_watcher_test_execution_duration_seconds", FAILED + BROKEN, 7),
          count("api_requests_total", 6, { api: "deepseek", status: "success" }),
          observe("api_response_time_seconds", 6, 2.4, { api: "deepseek" }),
          count("audit_agent_runs_total", 1, { trigger: "marker" }),
          count("audit_agent_completion_markers_found_total", 2),
          observe("audit_agent_run_duration_seconds", 1, 45),
        ],
      },
    ],
  }),
};
