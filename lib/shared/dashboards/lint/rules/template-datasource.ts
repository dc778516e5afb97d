import { newVariable } from "@/lib/shared/dashboards/edit/variables";
import { readArray, readObject, readObjects } from "@/lib/shared/dashboards/read-json";
import type { JsonObject } from "@/lib/shared/json";
import { dashboardPlace } from "../lint-places";
import type { LintFix, LintRule } from "../lint-rule";
import type { LintSubject } from "../lint-subject";
import { prometheusVariables } from "../prometheus-variables";
import { repointPanel } from "../repoint-panel";

const name = "DS_PROMETHEUS";

export const templateDatasource: LintRule = {
  id: "template-datasource",
  title: "A variable chooses the datasource",
  severity: "hint",
  why: "With it the same dashboard serves every Prometheus and every Grafana.",
  check: (subject) => {
    const { document, dashboard, queries } = subject;
    const asks = queries.some(({ kind }) => kind === "target");
    const asksOnImport = readObjects(document.__inputs).some((input) => input.type === "datasource");
    if (!asks || asksOnImport || prometheusVariables(dashboard).length > 0) return [];
    return [
      {
        message: "No variable chooses the Prometheus that is asked.",
        place: dashboardPlace("templating", "list"),
        fix: fixFor(subject),
      },
    ];
  },
};

/** Adds the variable, set to what is asked now, and points the panels at it; where several are asked nothing is safe. */
function fixFor({ document, dashboard, queries, defined }: LintSubject): LintFix | undefined {
  const asking = dashboard.panels.filter((panel) => queries.some((query) => query.panel === panel));
  const asked = new Set(
    queries.filter(({ kind }) => kind === "target").map(({ datasource }) => datasource?.uid ?? ""),
  );
  const [uid = ""] = asked;
  if (asked.size !== 1 || /^--|[$[]/.test(uid) || defined.has(name)) return undefined;
  const list = readArray(readObject(document.templating).list);
  const variable: JsonObject = {
    ...newVariable("datasource", name),
    label: "Datasource",
    ...(uid !== "" && { current: { text: uid, value: uid } }),
  };
  return {
    label: `Add the variable ${name}`,
    edits: [
      { path: ["templating", "list"], value: [variable, ...list] },
      ...asking.flatMap((panel) => repointPanel(panel, name, document.schemaVersion)),
    ],
  };
}
