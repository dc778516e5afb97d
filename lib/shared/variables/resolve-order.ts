import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { variableNamesIn } from "./variable-scope";

/** The variables that this one's options depend on. */
export function dependenciesOf(variable: ReadVariable, all: readonly ReadVariable[]): ReadVariable[] {
  const names = namesIn(variable);
  return names.size === 0 ? [] : all.filter((other) => other.name !== variable.name && names.has(other.name));
}

const known = new WeakMap<ReadVariable, ReadonlySet<string>>();

/** What a variable mentions is read once, however many ask for it. */
function namesIn(variable: ReadVariable): ReadonlySet<string> {
  const before = known.get(variable);
  if (before) return before;
  const texts = [variable.query, variable.regex, variable.allValue ?? "", variable.datasource?.uid ?? ""];
  const names = new Set(texts.flatMap(variableNamesIn));
  known.set(variable, names);
  return names;
}

/** Each after what it depends on; in a circle the first as written goes first. */
export function resolveOrder(variables: readonly ReadVariable[]): ReadVariable[] {
  const ordered: ReadVariable[] = [];
  const visited = new Set<string>();
  const visit = (variable: ReadVariable) => {
    if (visited.has(variable.name)) return;
    visited.add(variable.name);
    for (const other of dependenciesOf(variable, variables)) visit(other);
    ordered.push(variable);
  };
  for (const variable of variables) visit(variable);
  return ordered;
}
