import { useCallback, useMemo, useState } from "react";
import type { ReadDashboard, ReadVariable } from "@/lib/shared/dashboards/reading-model";
import type { TimeRange } from "@/lib/shared/time/time-range";
import type { DatasourceChoice, FirstValues } from "@/lib/shared/variables/resolve-variables";
import type { VariableOption } from "@/lib/shared/variables/variable-options";
import { askedValue, spelledValues } from "./all-values";
import { useVariableOptions } from "./use-variable-options";

type Values = Record<string, string | string[]>;

export interface VariableControl {
  variable: ReadVariable;
  value: string | string[];
  options: VariableOption[];
  loading: boolean;
  problem: string | null;
}

export interface DashboardVariables {
  controls: VariableControl[];
  /** The values in force as the address writes them: `$__all` for All. */
  chosen: Values;
  /** The values that queries are asked with. */
  values: Values;
  /** The variables with the options that were found for them. */
  withOptions: ReadVariable[];
  /** The values to repeat over. */
  valuesOf: (name: string) => readonly string[];
  /** Variables whose values are not known for the first time yet. */
  pending: readonly string[];
  /** False until all values are known for the first time. */
  ready: boolean;
  /** The values are those for what is chosen now. */
  settled: boolean;
}

interface DashboardVariablesInput {
  tenant: string;
  dashboard: ReadDashboard;
  /** What the address says. */
  chosen: Values;
  time: { range: TimeRange };
  datasources: readonly DatasourceChoice[];
  /** Of the dashboard whose stored queries alone may be run. */
  storedUid?: string;
  /** What was found before the page was sent. */
  first?: FirstValues;
}

export function useDashboardVariables(input: DashboardVariablesInput): DashboardVariables {
  const { tenant, dashboard, chosen, time, datasources, storedUid, first } = input;
  const { results, ready, settled } = useVariableOptions({
    tenant,
    variables: dashboard.variables,
    chosen,
    range: time.range,
    datasources,
    storedUid,
    first,
  });
  const known = useStable(
    useMemo(
      () => ({
        chosen: Object.fromEntries(results.map(({ variable, current }) => [variable.name, current])),
        values: Object.fromEntries(results.map((result) => [result.variable.name, askedValue(result)])),
        spelled: Object.fromEntries(results.map((result) => [result.variable.name, spelledValues(result)])),
        pending: results.filter(({ pending }) => pending).map(({ variable }) => variable.name),
        withOptions: results.map(({ variable, options }) => ({ ...variable, options })),
      }),
      [results],
    ),
  );
  const controls = useMemo(
    () =>
      results.map(({ variable, options, current, loading, error }) => ({
        variable,
        options,
        value: current,
        loading: loading && variable.type === "query",
        problem: error,
      })),
    [results],
  );
  const valuesOf = useCallback((name: string) => known.spelled[name] ?? [], [known]);
  const { chosen: inForce, values, withOptions, pending } = known;
  return { controls, chosen: inForce, values, withOptions, valuesOf, pending, ready, settled };
}

/** The same object for as long as its content is the same: panels are drawn anew only for a reason. */
function useStable<T>(value: T): T {
  const key = JSON.stringify(value);
  const [kept, setKept] = useState({ key, value });
  if (kept.key === key) return kept.value;
  setKept({ key, value });
  return value;
}
