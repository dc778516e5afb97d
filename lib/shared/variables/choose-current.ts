import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { allValueKey, currentValue, isAll } from "./build-scope";
import type { VariableOption } from "./variable-options";

/** The value in force once the options are known: what was chosen as far as it still exists, else the default. */
export function chooseCurrent(
  variable: ReadVariable,
  options: readonly VariableOption[],
  chosen: string | string[] | undefined,
): string | string[] {
  const wished = currentValue({ ...variable, options: [...options] }, chosen);
  if (variable.type === "textbox" || variable.type === "constant" || variable.type === "interval")
    return wished;
  if (options.length === 0) return wished;
  if (isAll(wished) && variable.includeAll) return variable.multi ? [allValueKey] : allValueKey;
  const known = [wished].flat().flatMap((value) => findOption(options, value)?.value ?? []);
  if (known.length > 0) return variable.multi ? known : (known[0] ?? "");
  const fallback = variable.includeAll ? allValueKey : (options[0]?.value ?? "");
  return variable.multi ? [fallback] : fallback;
}

/** Saved values and old links sometimes carry the text instead of the value. */
function findOption(options: readonly VariableOption[], value: string): VariableOption | undefined {
  return options.find((option) => option.value === value) ?? options.find((option) => option.text === value);
}
