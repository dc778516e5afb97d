import { ownTurn } from "@/lib/server/own-turn";
import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { AppError } from "@/lib/shared/errors";
import {
  allValueKey,
  currentValue,
  isAll,
  isAutoInterval,
  type VariableValues,
} from "@/lib/shared/variables/build-scope";
import { resolveOrder } from "@/lib/shared/variables/resolve-order";
import { type OfferInput, offeredValues } from "./offered-options";

interface CheckInput extends OfferInput {
  values: VariableValues;
  /** Those of repeated panels. */
  scoped: readonly VariableValues[];
}

export interface CheckedValues {
  values: VariableValues;
  scoped: VariableValues[];
}

/** What is known already is not waited for, so that thousands would be checked in one turn. */
const variablesATurn = 20;
const yearMs = 366 * 86_400_000;

/**
 * For people who may run only what a dashboard holds: a value must be one that its variable offers, All is what it
 * stands for, and names that are no variables mean nothing.
 * @throws AppError FORBIDDEN for a value that is not offered
 */
export async function checkValues(input: CheckInput): Promise<CheckedValues> {
  const values: Record<string, string | string[]> = {};
  for (const [index, variable] of resolveOrder(input.variables).entries()) {
    if (index % variablesATurn === variablesATurn - 1) await ownTurn();
    const given = ownValue(input.values, variable.name);
    const asked = [given, ...input.scoped.map((scoped) => ownValue(scoped, variable.name))];
    await assertOffered(variable, new Set(asked.flatMap((one) => one ?? [])), values, input);
    const value = await spelledOut(variable, given, values, input);
    if (value !== undefined) values[variable.name] = value;
  }
  return { values, scoped: input.scoped.map((scoped) => onlyKnown(scoped, input.variables)) };
}

async function assertOffered(
  variable: ReadVariable,
  given: ReadonlySet<string>,
  values: VariableValues,
  input: CheckInput,
): Promise<void> {
  if (isTyped(variable)) return;
  const stored = storedValues(variable);
  const asked = [...given].filter((value) => !stored.has(value) && !isOwnAuto(variable, value));
  if (asked.length === 0) return;
  const offered = await offeredValues(variable, values, input);
  // A page sends an empty value where there is nothing to choose from.
  const missing = notIn(offered.length === 0 ? [""] : offered, asked);
  if (missing.length === 0) return;
  const long = { ...input, range: { fromMs: input.range.toMs - yearMs, toMs: input.range.toMs } };
  const [gone] =
    variable.type === "query" ? notIn(await offeredValues(variable, values, long), missing) : missing;
  if (gone === undefined) return;
  throw new AppError(
    "FORBIDDEN",
    `The variable ${variable.name} of this dashboard does not offer ${JSON.stringify(gone.slice(0, 200))}. Other values need the role editor.`,
    { variable: variable.name },
  );
}

/** The author's own value for All, and a variable's only value, are put in as they are stored. */
async function spelledOut(
  variable: ReadVariable,
  given: string | string[] | undefined,
  values: VariableValues,
  input: CheckInput,
): Promise<string | string[] | undefined> {
  const spells = (variable.type === "query" || variable.type === "custom") && variable.allValue === null;
  if (!spells || !isAll(currentValue(variable, given))) return given;
  const offered = (await offeredValues(variable, values, input)).filter((value) => value !== allValueKey);
  return offered.length > 0 ? offered : "";
}

/** What people type, and what is fixed. */
function isTyped({ type }: ReadVariable): boolean {
  return type === "textbox" || type === "adhoc" || type === "constant";
}

function isOwnAuto({ type }: ReadVariable, value: string): boolean {
  return type === "interval" && isAutoInterval(value);
}

function storedValues({ current, options, allValue, includeAll }: ReadVariable): ReadonlySet<string> {
  const stored = new Set([current ?? "", options.map(({ value }) => value), allValue ?? []].flat());
  if (includeAll) stored.add(allValueKey);
  else stored.delete(allValueKey);
  return stored;
}

function notIn(offered: readonly string[], asked: readonly string[]): string[] {
  const known = new Set(offered);
  return asked.filter((value) => !known.has(value));
}

function onlyKnown(scoped: VariableValues, variables: readonly ReadVariable[]): VariableValues {
  const names = new Set(variables.map(({ name }) => name));
  return Object.fromEntries(Object.entries(scoped).filter(([name]) => names.has(name)));
}

function ownValue(values: VariableValues, name: string): string | string[] | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
