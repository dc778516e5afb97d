import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { allValueKey, isAll } from "@/lib/shared/variables/build-scope";
import type { VariableOption } from "@/lib/shared/variables/variable-options";

interface Resolved {
  variable: ReadVariable;
  options: readonly VariableOption[];
  current: string | string[];
}

/** The values that a variable stands for, All spelled out: what panels and rows repeat over. */
export function spelledValues({ options, current }: Resolved): string[] {
  if (!isAll(current)) return [current].flat().filter((value) => value !== "");
  return options.map((option) => option.value).filter((value) => value !== allValueKey);
}

/**
 * What queries are asked with. The server cannot know the options that were found here, so their All goes spelled
 * out; an author's own value for All is the server's to fill in.
 */
export function askedValue(resolved: Resolved): string | string[] {
  const { variable, current } = resolved;
  if (!isAll(current)) return current;
  const values = variable.allValue === null ? spelledValues(resolved) : [];
  return values.length > 0 ? values : allValueKey;
}
