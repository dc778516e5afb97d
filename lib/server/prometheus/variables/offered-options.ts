import type { PrometheusDatasource } from "@/lib/server/prometheus/datasource";
import { pickDatasource } from "@/lib/server/prometheus/find-datasource";
import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { AppError } from "@/lib/shared/errors";
import { buildScope, type VariableValues } from "@/lib/shared/variables/build-scope";
import { builtinVariables } from "@/lib/shared/variables/builtin-variables";
import { interpolate } from "@/lib/shared/variables/interpolate";
import { interpolatePromql } from "@/lib/shared/variables/interpolate-promql";
import {
  customOptions,
  intervalOptions,
  optionsFromNames,
  variableRegex,
} from "@/lib/shared/variables/variable-options";
import { eachInTurns } from "./each-in-turns";
import { optionNames } from "./option-names";

export interface OfferInput {
  variables: readonly ReadVariable[];
  datasources: readonly PrometheusDatasource[];
  range: { fromMs: number; toMs: number };
  signal?: AbortSignal;
}

/** The values that a variable of a stored dashboard offers, given the values of those that it depends on. */
export async function offeredValues(
  variable: ReadVariable,
  values: VariableValues,
  input: OfferInput,
): Promise<string[]> {
  switch (variable.type) {
    case "custom":
    case "switch":
      return (variable.query.trim() === "" ? variable.options : customOptions(variable.query)).map(
        ({ value }) => value,
      );
    case "interval":
      return intervalOptions(variable.query, variable.auto).map(({ value }) => value);
    case "datasource":
      return offeredDatasources(variable, input.datasources);
    case "query":
      return offeredByQuery(variable, values, input);
    default:
      return [];
  }
}

/** What the query text asks with these values, of which datasource. */
export function filledQuery(
  variable: ReadVariable,
  values: VariableValues,
  { variables, datasources, range }: OfferInput,
): { datasource: PrometheusDatasource; query: string; regex: string } {
  const builtins = builtinVariables(range);
  const scope = buildScope({ variables, values, range, builtins, confined: true });
  const uid = interpolate(variable.datasource?.uid ?? "", scope, "raw");
  const datasource = pickDatasource(datasources, uid) ?? datasources[0];
  if (!datasource) {
    throw new AppError("NOT_FOUND", "This tenant has no datasource yet. An administrator can add one.");
  }
  return {
    datasource,
    query: interpolatePromql(variable.query, scope),
    regex: interpolate(variable.regex, scope, "regex"),
  };
}

async function offeredByQuery(
  variable: ReadVariable,
  values: VariableValues,
  input: OfferInput,
): Promise<string[]> {
  const { datasource, query, regex } = filledQuery(variable, values, input);
  const names = await optionNames({ datasource, query, range: input.range, signal: input.signal });
  try {
    return (await optionsFromNames(names, regex, 0, eachInTurns)).map(({ value }) => value);
  } catch (error) {
    throw ofRegex(error);
  }
}

/** Links may name a datasource by its name as well. */
async function offeredDatasources(
  { regex }: ReadVariable,
  datasources: readonly PrometheusDatasource[],
): Promise<string[]> {
  const pattern = readRegex(regex);
  const fits = await eachInTurns(datasources, ({ name }) => pattern === null || name.search(pattern) !== -1);
  const offered = datasources.filter((_, index) => fits[index]);
  const names = offered.flatMap(({ uid, name }) => [uid, name]);
  return offered[0] === datasources[0] ? [...names, "default"] : names;
}

function readRegex(regex: string): RegExp | null {
  try {
    return variableRegex(regex);
  } catch (error) {
    throw ofRegex(error);
  }
}

function ofRegex(error: unknown): AppError {
  return new AppError("INVALID_INPUT", error instanceof Error ? error.message : "The regex cannot be read.");
}
