import type { PrometheusDatasource } from "@/lib/server/prometheus/datasource";
import { mayQueryFreely, type TenantContext } from "@/lib/server/tenants/context";
import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { AppError } from "@/lib/shared/errors";
import type { VariableValues } from "@/lib/shared/variables/build-scope";
import { dependenciesOf } from "@/lib/shared/variables/resolve-order";
import { checkValues } from "./check-values";
import { filledQuery } from "./offered-options";
import { optionNames } from "./option-names";

interface StoredQuestion {
  name: string;
  /** Of an ad hoc variable: the label whose values are asked for. */
  label?: string;
  values: VariableValues;
  range: { fromMs: number; toMs: number };
  variables: readonly ReadVariable[];
  datasources: readonly PrometheusDatasource[];
  signal?: AbortSignal;
}

/** What the stored query of a dashboard's variable finds; values that are not offered are refused. */
export async function namesOfVariable(ctx: TenantContext, question: StoredQuestion): Promise<string[]> {
  const { name, label, values, range, variables, datasources, signal } = question;
  const variable = variables.find((one) => one.name === name);
  if (!variable) throw new AppError("NOT_FOUND", `The dashboard has no variable ${name}. Reload the page.`);
  const needed = neededBy(variable, variables);
  const input = { variables: needed, datasources, range, signal };
  const checked = mayQueryFreely(ctx) ? values : (await checkValues({ ...input, values, scoped: [] })).values;
  const { datasource, query } = filledQuery(variable, checked, {
    ...input,
    variables: [...needed, variable],
  });
  if (variable.type === "query") return optionNames({ datasource, query, range, signal });
  if (variable.type !== "adhoc") return [];
  const asked = label === undefined ? "label_names()" : `label_values(${label})`;
  return optionNames({ datasource, query: asked, range, signal });
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
