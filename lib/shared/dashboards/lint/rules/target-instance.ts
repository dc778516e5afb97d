import type { LintRule } from "../lint-rule";
import { missingMatchers } from "../missing-matchers";

export const targetInstance: LintRule = {
  id: "target-instance",
  title: 'Every selector carries instance=~"$instance"',
  severity: "hint",
  why: "Where one selector leaves it out, the panel mixes in what the person has not chosen.",
  mixin: true,
  check: (subject) => missingMatchers(subject, "instance"),
};
