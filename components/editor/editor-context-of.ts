import type { DatasourceRef, ReadVariable } from "@/lib/shared/dashboards/reading-model";
import type { EditorContextValue, EditorDatasource } from "./editor-context";

interface EditorContextInput {
  tenant: string;
  datasources: readonly EditorDatasource[];
  variables: readonly ReadVariable[];
  values: Record<string, string | string[]>;
  runs: EventTarget;
}

/** The datasources as the editor offers them: the default, the variables, then each one. */
export function editorContextOf({
  tenant,
  datasources,
  variables,
  values,
  runs,
}: EditorContextInput): EditorContextValue {
  const fallback = (datasources.find(({ isDefault }) => isDefault) ?? datasources[0])?.uid ?? "";
  const find = (name: string) =>
    datasources.find(({ uid, name: known }) => uid === name || known === name)?.uid;
  const datasourceUidOf = (ref: DatasourceRef | null) => {
    const uid = ref?.uid ?? "";
    const variable = /^\$\{?(\w+)\}?$/.exec(uid)?.[1];
    const value = variable === undefined ? uid : values[variable];
    return find(Array.isArray(value) ? (value[0] ?? "") : (value ?? "")) ?? fallback;
  };
  const datasourceChoices = (current: string) => {
    const choices = [
      { value: "", label: "Default" },
      ...variables
        .filter(({ type }) => type === "datasource")
        .map(({ name }) => ({ value: `\${${name}}`, label: `\${${name}}` })),
      ...datasources.map(({ uid, name }) => ({ value: uid, label: name })),
    ];
    return choices.some(({ value }) => value === current)
      ? choices
      : [...choices, { value: current, label: current }];
  };
  return { tenant, datasources, datasourceUidOf, datasourceChoices, runs };
}
