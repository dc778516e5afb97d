import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { allValueKey, isAll } from "./build-scope";
import type { VariableOption } from "./variable-options";

/** Beyond this many characters All is left to the server, which then asks for everything. */
const longestAll = 4_000;

/** The value to send with queries: All without a custom value is spelled out, for only the page knows the options. */
export function queryValue(
  variable: ReadVariable,
  current: string | string[],
  options: readonly VariableOption[],
): string | string[] {
  if (!isAll(current) || variable.allValue) return current;
  const values = options.map((option) => option.value).filter((value) => value !== allValueKey);
  return values.length === 0 || values.join("|").length > longestAll ? allValueKey : values;
}
