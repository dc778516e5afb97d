import { isSameJson } from "@/lib/shared/dashboards/diff/leaf-changes";
import type { ReadDashboard, ReadPanel, ReadVariable } from "@/lib/shared/dashboards/reading-model";

/** The new reading with the old one's objects wherever nothing changed, so that only what changed is drawn anew. */
export function reuseReading(before: ReadDashboard | null, next: ReadDashboard): ReadDashboard {
  if (!before) return next;
  const known = new Map(before.panels.map((panel) => [panel.id, panel]));
  const panels = next.panels.map((panel) => {
    const old = known.get(panel.id);
    return old && isSamePanel(old, panel) ? old : panel;
  });
  const sameVariables =
    before.variables.length === next.variables.length &&
    before.variables.every((variable, index) => isSameVariable(variable, next.variables[index]));
  return { ...next, panels, variables: sameVariables ? before.variables : next.variables };
}

function isSamePanel(a: ReadPanel, b: ReadPanel): boolean {
  return (
    a.raw === b.raw &&
    a.rowId === b.rowId &&
    a.path.join("/") === b.path.join("/") &&
    isSameJson({ ...a.gridPos }, { ...b.gridPos })
  );
}

function isSameVariable(a: ReadVariable, b: ReadVariable | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
