import { useEffect, useMemo, useRef, useState } from "react";
import { askPrometheus } from "@/lib/client/prometheus/ask-prometheus";
import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import type { VariableValues } from "@/lib/shared/variables/build-scope";
import { currentValue } from "@/lib/shared/variables/build-scope";
import { onMinuteGrid } from "@/lib/shared/variables/on-minute-grid";
import type {
  DatasourceChoice,
  FirstValues,
  ResolveInput,
  VariableState,
} from "@/lib/shared/variables/resolve-variables";
import type { VariableOption } from "@/lib/shared/variables/variable-options";
import { askOnce } from "./ask-once";
import { findVariableNames } from "./find-variable-names";

export interface VariableResult {
  variable: ReadVariable;
  options: VariableOption[];
  current: string | string[];
  /** Its value is not known yet for what is chosen now. */
  pending: boolean;
  loading: boolean;
  error: string | null;
}

interface UseVariableOptionsInput {
  tenant: string;
  variables: readonly ReadVariable[];
  /** What the page's address says, by name. */
  chosen: VariableValues;
  range: { fromMs: number; toMs: number };
  datasources: readonly DatasourceChoice[];
  /** Of the dashboard whose stored queries alone may be run. */
  storedUid?: string;
  /** What was found before the page was sent. */
  first?: FirstValues;
}

type Ask = ResolveInput["ask"];

/**
 * The options and values of a dashboard's variables, each after those its query mentions. `ready` turns true when
 * all are known for the first time, and stays so: later changes come in place.
 */
export function useVariableOptions({
  tenant,
  variables,
  chosen,
  range,
  datasources,
  storedUid,
  first,
}: UseVariableOptionsInput): {
  results: VariableResult[];
  ready: boolean;
  /** The values are those for what is chosen now. */
  settled: boolean;
} {
  const [states, setStates] = useState<ReadonlyMap<string, VariableState>>(
    () => new Map(Object.entries(first?.states ?? {})),
  );
  const [opened] = useState(() => ({ initial: chosen, loadRange: onMinuteGrid(range) }));
  const [ask] = useState<Ask>(() =>
    askOnce((datasource, path, params) => askPrometheus({ tenant, datasource, path, params })),
  );
  const [namesOf] = useState(() => namesOfStored(tenant, storedUid));
  const input = useStableInput({ variables, chosen, range }, opened.loadRange);
  const key = `${tenant} ${input.key}`;
  const [settledFor, setSettledFor] = useState<string | null>(() => (first?.complete ? key : null));
  const everReady = useRef(first?.complete === true);
  const settled = settledFor === key;
  useEffect(() => {
    if (settled) return;
    let current = true;
    const onState = (name: string, state: VariableState) => {
      if (current) setStates((before) => new Map(before).set(name, state));
    };
    // Mostly the page comes with its values: the code that finds them is loaded when they have to be found anew.
    import("@/lib/shared/variables/resolve-variables")
      .then(({ resolveVariables }) =>
        resolveVariables({ ...input.value, ...opened, datasources, ask, namesOf, onState }),
      )
      .then(() => {
        if (!current) return;
        everReady.current = true;
        setSettledFor(key);
      });
    return () => {
      current = false;
    };
  }, [ask, namesOf, opened, datasources, input.value, key, settled]);
  const results = useMemo(
    () =>
      variables.map((variable) =>
        toResult(variable, states.get(variable.name), chosen[variable.name], !settled),
      ),
    [variables, states, chosen, settled],
  );
  return { results, ready: variables.length === 0 || everReady.current || settled, settled };
}

/** The server runs the variable's stored query; the same question is asked once while the page is open. */
function namesOfStored(tenant: string, dashboardUid: string | undefined): ResolveInput["namesOf"] {
  if (dashboardUid === undefined) return undefined;
  const ask = askOnce((name, _, { values }) =>
    findVariableNames(tenant, { dashboardUid, name, ...JSON.parse(String(values)) }),
  );
  return async ({ name }, variables, range) => {
    const names = await ask(name, "", { values: JSON.stringify({ variables, ...range }) });
    return Array.isArray(names) ? names.map(String) : [];
  };
}

function toResult(
  variable: ReadVariable,
  state: VariableState | undefined,
  chosen: string | string[] | undefined,
  loading: boolean,
): VariableResult {
  const { options, current, error } = state ?? {
    options: variable.options,
    current: currentValue(variable, chosen),
    error: null,
  };
  return { variable, options, current, error, loading, pending: state === undefined };
}

/** Changes only when an answer could: with what an editor writes; a moving range counts only where a variable asks again for it. */
function useStableInput(
  { variables, chosen, range }: Pick<UseVariableOptionsInput, "variables" | "chosen" | "range">,
  loadRange: UseVariableOptionsInput["range"],
) {
  const moves = variables.some((variable) => variable.refresh === 2);
  const { fromMs, toMs } = moves ? onMinuteGrid(range) : loadRange;
  const names = new Set(variables.map((variable) => variable.name));
  const own = Object.fromEntries(Object.entries(chosen).filter(([name]) => names.has(name)));
  const definitions = useMemo(() => JSON.stringify(variables), [variables]);
  const asked = JSON.stringify([fromMs, toMs, own]);
  const value = useMemo(() => {
    const [from, to, values]: [number, number, VariableValues] = JSON.parse(asked);
    return { variables, chosen: values, range: { fromMs: from, toMs: to } };
  }, [asked, variables]);
  return { key: `${asked} ${definitions}`, value };
}
