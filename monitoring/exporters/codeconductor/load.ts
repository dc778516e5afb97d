import { count, observe } from "../overlay/effects.ts";
import { inTurn, type Load } from "../overlay/load.ts";

interface TestTask {
  title: string;
  task: string;
  model: string;
  seconds: number;
}

const TEST_TASKS: readonly [TestTask, ...TestTask[]] = [
  { title: "Reverse a string", task: "simple_function", model: "phi-3-mini", seconds: 0.6 },
  { title: "Fix an off-by-one error", task: "bug_fix", model: "mistral-7b", seconds: 2.3 },
  { title: "Document a module", task: "documentation", model: "mistral-7b", seconds: 1.8 },
  { title: "Write unit tests for a parser", task: "unit_tests", model: "starcoder2-15b", seconds: 4.1 },
  { title: "Build a REST endpoint", task: "rest_api", model: "qwen2.5-coder-32b", seconds: 6.5 },
  { title: "Sort a list by two keys", task: "simple_function", model: "phi-3-mini", seconds: 0.9 },
  { title: "Find a race condition", task: "bug_fix", model: "deepseek-coder-33b", seconds: 9.2 },
  { title: "Build a REST service with sign-in", task: "rest_api", model: "deepseek-coder-33b", seconds: 14 },
  { title: "Split a class of 800 lines", task: "refactor", model: "codellama-34b", seconds: 21 },
  { title: "Move a service to a new framework", task: "refactor", model: "codellama-34b", seconds: 38 },
];

export const CODECONDUCTOR_LOAD: Load = {
  count: TEST_TASKS.length,
  step: (step) => {
    const { title, task, model, seconds } = inTurn(TEST_TASKS, step);
    return {
      title: `${title} (${task}, ${seconds} s)`,
      activities: [
        {
          seconds: 1,
          effects: [
            count("codeconductor_total_requests", 1),
            count("codeconductor_successful_requests", 1),
            observe("codeconductor_response_time_seconds", 1, seconds, { task }),
            count("codeconductor_model_requests_total", 1, { model }),
            observe("codeconductor_model_response_time_seconds", 1, 0.8 * seconds, { model }),
          ],
        },
      ],
    };
  },
};
