import { useMemo } from "react";
import { notifyDone } from "@/components/ui/notify";
import type { DraftLint } from "@/lib/client/dashboards/use-draft-lint";
import { applyEdits } from "@/lib/shared/dashboards/edit/apply-edits";
import { addException, type LintException, removeException } from "@/lib/shared/dashboards/lint/exceptions";
import { fixDashboard } from "@/lib/shared/dashboards/lint/fix-dashboard";
import type { Finding } from "@/lib/shared/dashboards/lint/lint-report";
import { useDraftStore } from "../draft-context";

type ExceptionPlace = Omit<LintException, "reason">;

export interface LintActions {
  fix: (finding: Finding) => void;
  /** Every safe fix, or those of one rule, as one step to undo. */
  fixAll: (rule?: string) => void;
  keep: (finding: Finding, reason: string) => void;
  release: (exception: ExceptionPlace) => void;
}

/** What can be done about findings; each is one step to undo. */
export function useLintActions(lint: DraftLint | null): LintActions {
  const store = useDraftStore();
  return useMemo(() => {
    const { change } = store.getState();
    return {
      fix: (finding) =>
        change(finding.fix?.label ?? "Fix", (document) =>
          // Made for one document: on another the places may mean something else.
          document === lint?.document ? applyEdits(document, finding.fix?.edits ?? []) : document,
        ),
      fixAll: (rule) => {
        const wanted = (finding: Finding) => rule === undefined || finding.rule === rule;
        const { document, fixed } = fixDashboard(store.getState().history.present.state, {}, wanted);
        change(rule === undefined ? "Apply all fixes" : `Fix ${rule}`, () => document);
        notifyDone(fixed.length === 1 ? "1 fix applied." : `${fixed.length} fixes applied.`);
      },
      keep: (finding, reason) =>
        change(`Keep ${finding.rule}`, (document) =>
          addException(document, { ...exceptionPlace(finding), reason }),
        ),
      release: (exception) =>
        change(`No longer keep ${exception.rule}`, (document) => removeException(document, exception)),
    };
  }, [store, lint]);
}

/** The panel or variable of a finding; one of the dashboard is kept for the whole of it. */
function exceptionPlace({ rule, place }: Finding): ExceptionPlace {
  return {
    rule,
    ...(place.panelId !== null && { panelId: place.panelId }),
    ...(place.variable !== null && { variable: place.variable }),
  };
}
