import type { LintRule } from "../lint-rule";
import { missingTemplate } from "../missing-template";

export const templateInstance: LintRule = {
  id: "template-instance",
  title: "A variable chooses the instance",
  severity: "hint",
  why: "A dashboard of a library meets installations with several; each person looks at some of them.",
  mixin: true,
  check: (subject) => missingTemplate(subject, "instance"),
};
