import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import { listQueryTexts } from "@/lib/shared/dashboards/queries/list-query-texts";
import { findPanelPlace } from "./find-panel-place";
import type { LintPlace } from "./lint-rule";
import type { LintSubject } from "./lint-subject";

interface LogQuery {
  text: string;
  path: JsonPath;
  place: LintPlace;
}

/** What the panels ask of Loki. */
export function logQueries(subject: LintSubject): LogQuery[] {
  return listQueryTexts(subject.document)
    .filter(({ kind, datasourceType }) => kind === "target" && /^loki$/i.test(datasourceType ?? ""))
    .map(({ text, path }) => ({ text, path, place: findPanelPlace(subject, path) }));
}
