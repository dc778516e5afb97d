import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import type { ReadPanel, ReadVariable } from "@/lib/shared/dashboards/reading-model";
import type { LintQuery } from "./lint-queries";
import type { LintPlace } from "./lint-rule";

const nowhere = { panelId: null, panel: "", refId: null, variable: null };

export function dashboardPlace(...path: JsonPath): LintPlace {
  return { ...nowhere, path };
}

export function panelPlace(panel: ReadPanel, ...path: JsonPath): LintPlace {
  return {
    ...nowhere,
    panelId: panel.id,
    panel: panel.title || panel.type,
    path: [...panel.path, ...path],
  };
}

export function variablePlace({ name, path }: ReadVariable, ...inside: JsonPath): LintPlace {
  return { ...nowhere, variable: name, path: [...path, ...inside] };
}

export function queryPlace({ panel, target, variable, path }: LintQuery): LintPlace {
  return {
    panelId: panel?.id ?? null,
    panel: panel ? panel.title || panel.type : "",
    refId: target?.refId ?? null,
    variable: variable?.name ?? null,
    path,
  };
}
