import { listDatasourcesWithSecrets } from "@/lib/server/prometheus/find-datasource";
import { getStoredReading } from "@/lib/server/prometheus/find-stored-dashboard";
import { assertCan, mayQueryFreely, type TenantContext } from "@/lib/server/tenants/context";
import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { AppError } from "@/lib/shared/errors";
import { type VariableNames, VariableNamesRequest } from "@/lib/shared/prometheus/variable-names";
import { dependenciesOf } from "@/lib/shared/variables/resolve-order";
import { checkValues } from "./check-values";
import { filledQuery } from "./offered-options";
import { optionNames } from "./option-names";

/** Runs the query of a stored dashboard's variable, for those who may run no other. */
export async function findVariableNames(
  ctx: TenantContext,
  body: unknown,
  signal?: AbortSignal,
): Promise<VariableNames> {
  assertCan(ctx, "query:run");
  const { dashboardUid, name, label, variables: values, ...range } = VariableNamesRequest.parse(body);
  const [{ variables }, datasources] = await Promise.all([
    getStoredReading(ctx, dashboardUid),
    listDatasourcesWithSecrets(ctx),
  ]);
  const variable = variables.find((one) => one.name === name);
  if (!variable) throw new AppError("NOT_FOUND", `The dashboard has no variable ${name}. Reload the page.`);
  const needed = neededBy(variable, variables);
  const input = { variables: needed, datasources, range, signal };
  const checked = mayQueryFreely(ctx) ? values : (await checkValues({ ...input, values, scoped: [] })).values;
  const { datasource, query } = filledQuery(variable, checked, {
    ...input,
    variables: [...needed, variable],
  });
  if (variable.type === "query") return { names: await optionNames({ datasource, query, range, signal }) };
  if (variable.type !== "adhoc") return { names: [] };
  const asked = label === undefined ? "label_names()" : `label_values(${label})`;
  return { names: await optionNames({ datasource, query: asked, range, signal }) };
}

/** What its query mentions, and what that mentions in turn. */
function neededBy(variable: ReadVariable, all: readonly ReadVariable[]): ReadVariable[] {
  const found = new Set<ReadVariable>();
  const visit = (one: ReadVariable) => {
    for (const other of dependenciesOf(one, all)) {
      if (other === variable || found.has(other)) continue;
      found.add(other);
      visit(other);
    }
  };
  visit(variable);
  return [...found];
}
