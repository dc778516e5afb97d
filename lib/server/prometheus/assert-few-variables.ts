import { keysOf } from "@/lib/server/large-object";
import { AppError } from "@/lib/shared/errors";
import { isJsonObject } from "@/lib/shared/json";

/** No dashboard has a tenth of it, and each is looked at several times. */
export const mostVariables = 5_000;

/** Of a request that has not been read yet: looking through tens of thousands takes longer than finding that they are too many. */
export function assertFewVariables(body: unknown): void {
  if (!isJsonObject(body)) return;
  const panels = Array.isArray(body.panels) ? body.panels.filter(isJsonObject) : [];
  const given = [body.variables, ...panels.map(({ scopedVariables }) => scopedVariables)];
  const count = given.filter(isJsonObject).reduce((sum, values) => sum + keysOf(values).length, 0);
  if (count <= mostVariables) return;
  throw new AppError(
    "INVALID_INPUT",
    `The request has values for ${count.toLocaleString("en")} variables; at most ${mostVariables.toLocaleString("en")} are taken.`,
  );
}
