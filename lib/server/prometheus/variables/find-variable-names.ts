import { listDatasourcesWithSecrets } from "@/lib/server/prometheus/find-datasource";
import { getStoredReading } from "@/lib/server/prometheus/find-stored-dashboard";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { type VariableNames, VariableNamesRequest } from "@/lib/shared/prometheus/variable-names";
import { assertFewVariables } from "../assert-few-variables";
import { namesOfVariable } from "./names-of-variable";

/** Runs the query of a stored dashboard's variable, for those who may run no other. */
export async function findVariableNames(
  ctx: TenantContext,
  body: unknown,
  signal?: AbortSignal,
): Promise<VariableNames> {
  assertCan(ctx, "query:run");
  assertFewVariables(body);
  const { dashboardUid, name, label, variables: values, ...range } = VariableNamesRequest.parse(body);
  const [{ variables }, datasources] = await Promise.all([
    getStoredReading(ctx, dashboardUid),
    listDatasourcesWithSecrets(ctx),
  ]);
  return {
    names: await namesOfVariable(ctx, { name, label, values, range, variables, datasources, signal }),
  };
}
