import type { Matcher } from "@/lib/shared/promql/matcher";
import type { PrometheusDatasource } from "./datasource";
import { pickDatasource } from "./find-datasource";
import type { PlannedTarget } from "./plan-panel";

/** The filters of those ad hoc variables that belong to the datasource that is asked. */
export function filtersOfDatasource(
  datasource: PrometheusDatasource,
  { filters }: PlannedTarget,
  datasources: readonly PrometheusDatasource[],
): Matcher[] {
  return filters
    .filter((filter) => pickDatasource(datasources, filter.datasource) === datasource)
    .flatMap(({ matchers }) => matchers);
}
