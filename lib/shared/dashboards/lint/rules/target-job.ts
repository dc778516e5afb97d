import type { LintRule } from "../lint-rule";
import { missingMatchers } from "../missing-matchers";

export const targetJob: LintRule = {
  id: "target-job",
  title: 'Every selector carries job=~"$job"',
  severity: "hint",
  why: "Where one selector leaves it out, the panel mixes in what the person has not chosen.",
  mixin: true,
  check: (subject) => missingMatchers(subject, "job"),
};
