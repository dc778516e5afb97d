import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { findPanelPlace } from "../find-panel-place";
import type { LintFix, LintRule } from "../lint-rule";
import type { LintSubject } from "../lint-subject";

type Reading = LintSubject["dashboard"]["findings"][number];

export const documentShape: LintRule = {
  id: "document-shape",
  title: "The document is written as Grafana writes it",
  severity: "hint",
  why: "Odd shapes are read here, but other readers of the same JSON may stumble.",
  check: (subject) =>
    subject.dashboard.findings.map((found) => ({
      message: found.message,
      place: findPanelPlace(subject, found.path),
      fix: fixFor(subject, found),
    })),
};

function fixFor({ document, dashboard }: LintSubject, { rule, path }: Reading): LintFix | undefined {
  if (rule === "refresh-boolean") return { label: "Write it as off", edits: [{ path, value: "" }] };
  const panel = dashboard.panels.find((one) => one.path.join(".") === path.slice(0, -1).join("."));
  if (rule === "panel-id" && panel) {
    return { label: `Give it the id ${panel.id}`, edits: [{ path, value: panel.id }] };
  }
  if (rule === "grid-position" && panel && getAt(document, path) !== undefined) {
    return { label: "Write the shown position", edits: [{ path, value: { ...panel.gridPos } }] };
  }
  return undefined;
}
