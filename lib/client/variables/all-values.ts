import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { allValueKey, isAll } from "@/lib/shared/variables/build-scope";
import type { VariableOption } from "@/lib/shared/variables/variable-options";

interface Resolved {
  variable: ReadVariable;
  options: readonly VariableOption[];
  current: string | string[];
  /** Why its options could not be found. */
  error?: string | null;
  /** They are still being looked for. */
  pending?: boolean;
}

/** The values that a variable stands for, All spelled out: what panels and rows repeat over. */
export function spelledValues({ options, current }: Resolved): string[] {
  if (!isAll(current)) return [current].flat().filter((value) => value !== "");
  return options.map((option) => option.value).filter((value) => value !== allValueKey);
}

/**
 * What queries are asked with. The server cannot know the options that were found here, so their All goes spelled
 * out; an author's own value for All is the server's to fill in. All of nothing is an empty value, as in Grafana,
 * unless there was no answer.
 */
export function askedValue(resolved: Resolved): string | string[] {
  const { variable, current, error, pending } = resolved;
  if (!isAll(current)) return current;
  if (variable.allValue !== null) return allValueKey;
  const values = spelledValues(resolved);
  if (values.length > 0) return values;
  return variable.type === "query" && !error && !pending ? "" : allValueKey;
}
