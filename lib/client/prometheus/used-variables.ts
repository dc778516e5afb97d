import type { ReadPanel, ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { variableNamesIn } from "@/lib/shared/variables/variable-scope";

/** The variables on which a panel's data depends: those it mentions, those it is repeated by, and every ad hoc one. */
export function usedVariables(
  panel: ReadPanel,
  variables: readonly ReadVariable[],
  scoped: Readonly<Record<string, string>>,
): string[] {
  const { targets, datasource, interval, maxDataPoints, timeFrom, timeShift } = panel.raw;
  const asked = JSON.stringify([targets, datasource, interval, maxDataPoints, timeFrom, timeShift]);
  const direct = new Set([...variableNamesIn(asked), ...Object.keys(scoped)]);
  // An author's own values may name others.
  const through = variables
    .filter(({ name }) => direct.has(name))
    .flatMap(({ type, allValue, query }) =>
      variableNamesIn(`${allValue ?? ""} ${type === "custom" ? query : ""}`),
    );
  const mentioned = new Set([...direct, ...through]);
  return variables
    .filter(({ type, name }) => type === "adhoc" || mentioned.has(name))
    .map(({ name }) => name);
}
