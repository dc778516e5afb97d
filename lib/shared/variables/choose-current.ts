import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { allValueKey, currentValue, isAll, isAutoInterval } from "./build-scope";
import type { VariableOption } from "./variable-options";

interface Choice {
  /** What the page names, or null where it is silent. */
  chosen: string | string[] | undefined;
  /** A value that an address names holds although it is not among the options: old links point at what is gone. */
  keepsUnknown?: boolean;
}

/** The value in force once the options are known: what was chosen as far as it still exists, else the default. */
export function chooseCurrent(
  variable: ReadVariable,
  options: readonly VariableOption[],
  { chosen, keepsUnknown = false }: Choice,
): string | string[] {
  const found = { ...variable, options: [...options] };
  const wished = currentValue(found, chosen);
  if (variable.type === "interval") return [wished].flat().some(isAutoInterval) ? "auto" : wished;
  if (unchecked.has(variable.type) || (options.length === 0 && !variable.includeAll)) return wished;
  if (variable.includeAll && meansAll(found, wished)) return variable.multi ? [allValueKey] : allValueKey;
  const keeps = keepsUnknown && chosen !== undefined;
  const known = [wished].flat().flatMap((value) => knownValue(options, value, keeps));
  if (known.length > 0) return variable.multi ? known : (known[0] ?? "");
  if (options.length === 0) return wished;
  const fallback = variable.includeAll ? allValueKey : (options[0]?.value ?? "");
  return variable.multi ? [fallback] : fallback;
}

const unchecked = new Set<ReadVariable["type"]>(["textbox", "constant", "adhoc"]);

/** Addresses may carry All as its key, its text or the author's own value for it. */
function meansAll({ allValue, options }: ReadVariable, value: string | string[]): boolean {
  const asText = [value]
    .flat()
    .some((one) => one === "All" && !options.some((option) => option.value === one));
  return isAll(value) || asText || (allValue !== null && [value].flat().join() === allValue);
}

/** Saved values and old links sometimes carry the text instead of the value. */
function knownValue(options: readonly VariableOption[], value: string, keepsUnknown: boolean): string[] {
  const found =
    options.find((option) => option.value === value) ?? options.find((option) => option.text === value);
  if (found) return [found.value];
  return keepsUnknown && value !== "" ? [value] : [];
}
