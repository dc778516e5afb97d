import type { LintRule } from "../lint-rule";
import { missingTemplate } from "../missing-template";

export const templateJob: LintRule = {
  id: "template-job",
  title: "A variable chooses the job",
  severity: "hint",
  why: "A dashboard of a library meets installations with several; each person looks at some of them.",
  mixin: true,
  check: (subject) => missingTemplate(subject, "job"),
};
