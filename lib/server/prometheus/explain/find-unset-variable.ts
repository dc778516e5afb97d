import type { Finding } from "@/lib/shared/promql/explain/explanation";
import { findPromqlError } from "@/lib/shared/promql/parse";
import { variableNamesIn } from "@/lib/shared/variables/variable-scope";
import type { Explaining } from "./explaining";

/** A variable that is still in the text was never filled in; one without a value leaves a hole in it. */
export function findUnsetVariable({
  expr,
  variables,
}: Pick<Explaining, "expr" | "variables">): Finding | null {
  const left = variableNamesIn(expr).filter((name) => /^[a-zA-Z_]/.test(name));
  const [first] = left;
  if (first !== undefined) {
    const message = `There is no variable $${first} here, so that the query cannot be filled in. Add it to the dashboard, or take it out of the query.`;
    return { reason: "variable_unset", message };
  }
  const hollow = variables.find(({ value }) => [value].flat().join("") === "");
  if (!hollow || findPromqlError(expr) === null) return null;
  const message = `The variable $${hollow.name} has no value, and without one the query cannot be read. Choose a value for it.`;
  return { reason: "variable_unset", message };
}
