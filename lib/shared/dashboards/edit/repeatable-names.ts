import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";

/** The variables that a row or a panel can be repeated for; ad hoc filters have no values of their own. */
export function repeatableNames(variables: readonly Pick<ReadVariable, "name" | "type">[]): string[] {
  return variables.filter(({ type }) => type !== "adhoc").map(({ name }) => name);
}
