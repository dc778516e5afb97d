import type { DocumentEdit } from "@/lib/shared/dashboards/edit/apply-edits";
import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import type { LintSubject } from "./lint-subject";

export const lintSeverities = ["error", "warning", "hint"] as const;
/** `error`: it does not work. `warning`: it shows something wrong or misleading. `hint`: a habit worth having. */
export type LintSeverity = (typeof lintSeverities)[number];

export interface LintPlace {
  panelId: number | null;
  /** The panel's title, or its type where it has none. */
  panel: string;
  refId: string | null;
  variable: string | null;
  path: JsonPath;
}

/** A change that keeps what the dashboard is meant to show. */
export interface LintFix {
  /** What the button says. */
  label: string;
  edits: DocumentEdit[];
}

export interface RuleFinding {
  message: string;
  place: LintPlace;
  /** Where it differs from the rule's own. */
  severity?: LintSeverity;
  fix?: LintFix;
}

export interface LintRule {
  id: string;
  /** The rule in one short line. */
  title: string;
  severity: LintSeverity;
  /** Why it matters. */
  why: string;
  /** Only for dashboards that are shared as a library for many installations; asked for by name. */
  mixin?: true;
  check: (subject: LintSubject) => RuleFinding[];
}
