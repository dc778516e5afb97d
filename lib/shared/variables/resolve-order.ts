import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { variableNamesIn } from "./variable-scope";

/** The variables that this one's options depend on, in the order of all. */
export function dependenciesOf(variable: ReadVariable, all: readonly ReadVariable[]): ReadVariable[] {
  const places = placesOf(all);
  const found = [...namesIn(variable)].flatMap((name) => places.get(name) ?? []);
  return found
    .toSorted((a, b) => a - b)
    .flatMap((place) => all[place] ?? [])
    .filter(({ name }) => name !== variable.name);
}

const knownPlaces = new WeakMap<readonly ReadVariable[], ReadonlyMap<string, number>>();

/** Where each name stands; of equal names the first counts. */
function placesOf(all: readonly ReadVariable[]): ReadonlyMap<string, number> {
  const before = knownPlaces.get(all);
  if (before) return before;
  const places = new Map(all.map(({ name }, place) => [name, place] as const).toReversed());
  knownPlaces.set(all, places);
  return places;
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
