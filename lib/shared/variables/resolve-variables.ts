import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { isPrometheusType } from "@/lib/shared/prometheus/is-prometheus-type";
import { allValueKey, buildScope, type VariableValues } from "./build-scope";
import { builtinVariables } from "./builtin-variables";
import { chooseCurrent } from "./choose-current";
import { atOnce, type EachOf } from "./each-of";
import { findOptionNames } from "./find-option-names";
import { foreignType } from "./foreign-type";
import { interpolate } from "./interpolate";
import { interpolatePromql } from "./interpolate-promql";
import { dependenciesOf, resolveOrder } from "./resolve-order";
import {
  customOptions,
  intervalOptions,
  optionsFromNames,
  type VariableOption,
  variableRegex,
} from "./variable-options";
import type { VariableScope } from "./variable-scope";

export interface VariableState {
  options: VariableOption[];
  current: string | string[];
  error: string | null;
}

/** What was found of a page's variables before it was sent; `complete` when all are known, without a problem. */
export interface FirstValues {
  states: Record<string, VariableState>;
  complete: boolean;
}

export interface DatasourceChoice {
  uid: string;
  name: string;
  isDefault: boolean;
}

export interface ResolveInput {
  variables: readonly ReadVariable[];
  chosen: VariableValues;
  /** What was chosen when the page was opened: values of an old link hold although they are gone. */
  initial?: VariableValues;
  range: { fromMs: number; toMs: number };
  /** The range when the page was opened, for variables that load only then. */
  loadRange?: { fromMs: number; toMs: number };
  datasources: readonly DatasourceChoice[];
  ask: (datasource: string, path: string, params: Record<string, string | string[]>) => Promise<unknown>;
  /** Where only stored queries may be run: the server finds the names by the variable's name and what is chosen. */
  namesOf?: (
    variable: ReadVariable,
    values: VariableValues,
    range: ResolveInput["range"],
  ) => Promise<string[]>;
  /** How regexes are run over the names; at once when absent. */
  eachOf?: EachOf;
  /** Called for each variable as it is known. */
  onState: (name: string, state: VariableState) => void;
}

/** Finds the options of all variables: side by side, each after those that its query mentions. */
export async function resolveVariables(input: ResolveInput): Promise<Map<string, VariableState>> {
  const states = new Map<string, VariableState>();
  const running = new Map<string, Promise<void>>();
  const asOpened = new Map<string, boolean>();
  for (const variable of resolveOrder(input.variables)) {
    const needed = dependenciesOf(variable, input.variables);
    const isAsOpened =
      wasNotChosen(variable, input) &&
      needed.every((other) => asOpened.get(other.name) ?? wasNotChosen(other, input));
    asOpened.set(variable.name, isAsOpened);
    const before = needed.flatMap(({ name }) => running.get(name) ?? []);
    const work = Promise.all(before).then(async () => {
      const state = await resolveOne(variable, { states, isAsOpened }, input);
      states.set(variable.name, state);
      input.onState(variable.name, state);
    });
    running.set(variable.name, work);
  }
  await Promise.all(running.values());
  return states;
}

interface Known {
  states: Map<string, VariableState>;
  /** Nothing was chosen anew since the page was opened, neither here nor in what this one depends on. */
  isAsOpened: boolean;
}

async function resolveOne(
  variable: ReadVariable,
  { states, isAsOpened }: Known,
  input: ResolveInput,
): Promise<VariableState> {
  const chosen = Object.hasOwn(input.chosen, variable.name) ? input.chosen[variable.name] : undefined;
  try {
    const options = await optionsOf(variable, states, input);
    const wished =
      variable.type === "datasource" ? datasourceUids(variable, chosen, input.datasources) : chosen;
    const keepsUnknown = variable.type !== "datasource" && isAsOpened;
    const isKept = keepsUnknown && chosen !== undefined;
    const current =
      variable.type === "query" && options.length === 0 && !isKept
        ? valueOfNothing(variable)
        : chooseCurrent(variable, options, { chosen: wished, keepsUnknown });
    return { options, current, error: null };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const { options } = variable;
    return {
      options,
      current: chooseCurrent(variable, options, { chosen, keepsUnknown: true }),
      error: message,
    };
  }
}

/** What was saved elsewhere stands for nothing here: an empty value also finds series that lack the label altogether. */
function valueOfNothing({ multi, includeAll }: ReadVariable): string | string[] {
  const value = includeAll ? allValueKey : "";
  return multi ? [value] : value;
}

function wasNotChosen({ name }: ReadVariable, { chosen, initial = chosen }: ResolveInput): boolean {
  return initial === chosen || JSON.stringify(chosen[name]) === JSON.stringify(initial[name]);
}

async function optionsOf(
  variable: ReadVariable,
  states: Map<string, VariableState>,
  input: ResolveInput,
): Promise<VariableOption[]> {
  switch (variable.type) {
    case "custom":
    case "switch":
      return variable.query.trim() === ""
        ? variable.options.filter((option) => option.value !== "$__all")
        : customOptions(variable.query);
    case "interval":
      return intervalOptions(variable.query, variable.auto);
    case "datasource":
      return datasourceOptions(variable, input);
    case "query":
      return queryOptions(variable, states, input);
    default:
      return variable.options;
  }
}

async function queryOptions(
  variable: ReadVariable,
  states: Map<string, VariableState>,
  input: ResolveInput,
): Promise<VariableOption[]> {
  const scope = scopeOf(states, input);
  const query = interpolatePromql(variable.query, scope);
  const foreign = foreignType(variable, input.variables);
  if (foreign) throw new Error(`It is asked of ${foreign}, which is not read here: the saved value holds.`);
  const uid = interpolate(variable.datasource?.uid ?? "", scope, "raw");
  const known = input.datasources.find((datasource) => datasource.uid === uid || datasource.name === uid);
  const ask = (path: string, params: Record<string, string | string[]>) =>
    input.ask(known?.uid ?? "default", path, params);
  const range = variable.refresh === 2 ? input.range : (input.loadRange ?? input.range);
  const names = input.namesOf
    ? await input.namesOf(variable, currentValues(states), range)
    : await findOptionNames(query, range, ask, input.eachOf);
  return optionsFromNames(names, interpolate(variable.regex, scope, "regex"), variable.sort, input.eachOf);
}

function scopeOf(states: Map<string, VariableState>, { variables, range }: ResolveInput): VariableScope {
  const known = variables.map((variable) => ({
    ...variable,
    options: states.get(variable.name)?.options ?? variable.options,
  }));
  const values = currentValues(states);
  return buildScope({ variables: known, values, range, builtins: builtinVariables(range) });
}

function currentValues(states: Map<string, VariableState>): VariableValues {
  return Object.fromEntries([...states].map(([name, { current }]) => [name, current]));
}

async function datasourceOptions(
  { query, regex }: ReadVariable,
  { datasources, eachOf = atOnce }: ResolveInput,
): Promise<VariableOption[]> {
  if (query !== "" && !isPrometheusType(query)) return [];
  const pattern = variableRegex(regex);
  const fits = await eachOf(datasources, ({ name }) => pattern === null || name.search(pattern) !== -1);
  return datasources.filter((_, index) => fits[index]).map(({ uid, name }) => ({ text: name, value: uid }));
}

/** What was saved may be a uid or name of another place: then the tenant's default is meant. */
function datasourceUids(
  variable: ReadVariable,
  chosen: string | string[] | undefined,
  datasources: readonly DatasourceChoice[],
): string | string[] | undefined {
  const wished = [chosen ?? variable.current ?? []].flat();
  if (variable.includeAll && wished.some((one) => one === allValueKey || one === "All")) return allValueKey;
  const found = wished.flatMap(
    (one) => datasources.find(({ uid, name }) => uid === one || name === one)?.uid ?? [],
  );
  if (found.length > 0) return variable.multi ? found : found[0];
  return (datasources.find(({ isDefault }) => isDefault) ?? datasources[0])?.uid;
}
