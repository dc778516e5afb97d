import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { roundIntervalMs } from "@/lib/shared/prometheus/step";
import { formatInterval, parseDurationMs } from "@/lib/shared/time/duration";
import { filterExpression, filtersOf, filterText } from "./adhoc-filters";
import type { ScopeEntry, VariableScope } from "./variable-scope";

export const allValueKey = "$__all";

export type VariableValues = Readonly<Record<string, string | string[]>>;

export interface ScopeInput {
  variables: readonly ReadVariable[];
  /** Current values by name, as in the page's URL; `$__all` stands for All. */
  values: VariableValues;
  /** Hold for one repetition of a panel and win over `values`. */
  scoped?: VariableValues;
  builtins: [string, ScopeEntry][];
  range: { fromMs: number; toMs: number };
  /** Texts that people type must not become a part of the query's form. */
  confined?: boolean;
}

/** Each query has a scope of its own and names few variables, so an entry is made when its name is looked up. */
export function buildScope(input: ScopeInput): VariableScope {
  const { variables, values, scoped = {}, builtins, range, confined = false } = input;
  const own = new Map(builtins);
  const find = (name: string): ScopeEntry | undefined => {
    if (name === "__all_variables") return allVariables(variables, { ...values, ...scoped });
    const builtin = own.get(name);
    if (builtin) return builtin;
    const given = ownValue(scoped, name) ?? ownValue(values, name);
    const variable = byName(variables).get(name);
    if (variable) {
      const entry = toEntry(variable, given, range);
      return confined && variable.type === "textbox" ? { ...entry, confined } : entry;
    }
    return given === undefined ? undefined : { value: given, asRegex: Array.isArray(given) };
  };
  return { get: find };
}

const named = new WeakMap<readonly ReadVariable[], Map<string, ReadVariable>>();

function byName(variables: readonly ReadVariable[]): Map<string, ReadVariable> {
  const before = named.get(variables);
  if (before) return before;
  const found = new Map(variables.map((variable) => [variable.name, variable]));
  named.set(variables, found);
  return found;
}

/** Links alone name it, so it is written when it is asked for: All may stand for thousands. */
function allVariables(variables: readonly ReadVariable[], values: VariableValues): ScopeEntry {
  return {
    get value() {
      return urlParameters(variables, values);
    },
  };
}

/** `var-job=a&var-node=b&var-node=c`: the values in force as links to other dashboards pass them on. */
function urlParameters(variables: readonly ReadVariable[], values: VariableValues): string {
  const parameters = variables.flatMap((variable) =>
    [currentValue(variable, ownValue(values, variable.name))]
      .flat()
      .map((value) => [`var-${variable.name}`, value]),
  );
  return new URLSearchParams(parameters).toString();
}

/** The value in force: what the page says, else what was saved, else the first option. */
export function currentValue(variable: ReadVariable, given?: string | string[]): string | string[] {
  if (variable.type === "constant") return variable.query;
  if (variable.type === "adhoc") return filtersOf(variable, given).map(filterText);
  const chosen = given ?? variable.current ?? (variable.type === "textbox" ? variable.query : null);
  if (chosen !== null && !(Array.isArray(chosen) && chosen.length === 0)) return chosen;
  return variable.includeAll ? allValueKey : (variable.options[0]?.value ?? "");
}

export function isAll(value: string | string[]): boolean {
  return [value].flat().includes(allValueKey);
}

function toEntry(
  variable: ReadVariable,
  given: string | string[] | undefined,
  range: ScopeInput["range"],
): ScopeEntry {
  if (variable.type === "adhoc")
    return { value: filterExpression(filtersOf(variable, given)), verbatim: true };
  const value = currentValue(variable, given);
  if (variable.type === "interval") return { value: intervalValue(variable, [value].flat()[0] ?? "", range) };
  const asRegex = variable.multi || variable.includeAll;
  const namesOthers = variable.type === "custom" && !asRegex;
  if (!isAll(value)) {
    // Few ask for the text, and All may stand for a hundred thousand.
    return {
      value,
      asRegex,
      namesOthers,
      get text() {
        return textOf(variable, value);
      },
    };
  }
  if (variable.allValue) return { value: variable.allValue, verbatim: true, namesOthers: true, text: "All" };
  const options = optionValues(variable);
  return options.length > 0
    ? { value: options, asRegex, text: "All" }
    : { value: ".*", verbatim: true, text: "All" };
}

const known = new WeakMap<ReadVariable, string[]>();

/** A scope is built for each query, and there may be a hundred thousand options. */
function optionValues(variable: ReadVariable): string[] {
  const before = known.get(variable);
  if (before) return before;
  const values = variable.options.map(({ value }) => value).filter((value) => value !== allValueKey);
  known.set(variable, values);
  return values;
}

/** `auto`, and how the different ages of Grafana store it. */
export function isAutoInterval(value: string): boolean {
  return value === "auto" || value === "$__auto" || value.startsWith("$__auto_interval");
}

/** `auto` is the range cut into so many steps, not under the variable's least. */
function intervalValue(variable: ReadVariable, value: string, { fromMs, toMs }: ScopeInput["range"]): string {
  if (!isAutoInterval(value)) return value;
  const rounded = roundIntervalMs((toMs - fromMs) / Math.max(1, variable.autoCount || 30));
  return formatInterval(Math.max(rounded, parseDurationMs(variable.autoMin) ?? 10_000));
}

function textOf({ options }: ReadVariable, value: string | string[]): string | string[] {
  if (!Array.isArray(value)) return options.find((option) => option.value === value)?.text ?? value;
  const texts = new Map(options.map((option) => [option.value, option.text] as const).toReversed());
  return value.map((one) => texts.get(one) ?? one);
}

function ownValue(values: VariableValues, name: string): string | string[] | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
