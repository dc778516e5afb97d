import type { JsonObject } from "@/lib/shared/json";
import { compact, readObject, readObjects, readString } from "../read-json";
import { datasourceOf } from "./view-panel";

const types: Record<string, string> = {
  QueryVariable: "query",
  TextVariable: "textbox",
  ConstantVariable: "constant",
  DatasourceVariable: "datasource",
  IntervalVariable: "interval",
  CustomVariable: "custom",
  GroupByVariable: "groupby",
  AdhocVariable: "adhoc",
  SwitchVariable: "switch",
};
export const knownVariableKinds: ReadonlySet<string> = new Set(Object.keys(types));

const hides = ["dontHide", "hideLabel", "hideVariable"];
const refreshes = ["never", "onDashboardLoad", "onTimeRangeChanged"];
const sorts = [
  "disabled",
  "alphabeticalAsc",
  "alphabeticalDesc",
  "numericalAsc",
  "numericalDesc",
  "alphabeticalCaseInsensitiveAsc",
  "alphabeticalCaseInsensitiveDesc",
  "naturalAsc",
  "naturalDesc",
];

/** The variables of schema v2 as classic ones: words instead of numbers, queries one level deeper. */
export function viewVariables(variables: unknown): JsonObject[] {
  return readObjects(variables).map((variable) => {
    const spec = readObject(variable.spec);
    const kind = readString(variable.kind);
    const query = readObject(spec.query);
    const queried = readObject(query.spec);
    const text =
      readString(queried.query) || readString(queried.__legacyStringValue) || readString(spec.definition);
    return compact({
      ...spec,
      type: Object.hasOwn(types, kind) ? types[kind] : kind,
      hide: numberOf(hides, spec.hide),
      refresh: numberOf(refreshes, spec.refresh),
      sort: numberOf(sorts, spec.sort),
      query: kind === "QueryVariable" ? text : kind === "DatasourceVariable" ? spec.pluginId : spec.query,
      datasource: datasourceOf(query, spec.datasource),
    } as JsonObject);
  });
}

function numberOf(words: readonly string[], value: unknown): number | undefined {
  const at = words.indexOf(readString(value));
  return at < 0 ? undefined : at;
}
