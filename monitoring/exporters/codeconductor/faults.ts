import { count, freeze, observe, setGauge } from "../overlay/effects.ts";
import type { Fault } from "../overlay/fault.ts";

const TASKS = ["bug_fix", "documentation", "refactor", "rest_api", "simple_function", "unit_tests"];

const SLOW_SECONDS = 24;
const SLOW_PER_SECOND = 0.25;

export const CODECONDUCTOR_FAULTS: readonly Fault[] = [
  {
    name: "codeconductor-model-down",
    system: "codeconductor",
    says: "The model deepseek-coder-33b fails its health check.",
    effects: (seconds) => [
      setGauge("codeconductor_model_healthy", 0, { model: "deepseek-coder-33b" }),
      count("codeconductor_model_errors_total", 0.15 * seconds, { model: "deepseek-coder-33b" }),
      count("codeconductor_model_requests_total", 0.15 * seconds, { model: "deepseek-coder-33b" }),
    ],
  },
  {
    name: "codeconductor-slow",
    system: "codeconductor",
    says: "Most pipeline requests take 24 seconds, whatever the task.",
    effects: (seconds) => {
      const amount = Math.floor(SLOW_PER_SECOND * seconds);
      return [
        ...TASKS.map((task) =>
          observe("codeconductor_response_time_seconds", amount, SLOW_SECONDS, { task }),
        ),
        count("codeconductor_total_requests", TASKS.length * amount),
        count("codeconductor_successful_requests", TASKS.length * amount),
      ];
    },
  },
  {
    name: "codeconductor-low-success",
    system: "codeconductor",
    says: "The pipeline takes requests and answers none of them.",
    effects: () => [freeze("codeconductor_successful_requests")],
  },
];
