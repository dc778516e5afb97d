import { AppError } from "@/lib/shared/errors";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

type Inputs = Record<string, string> | { name: string; value: string }[];

function givenInputs(inputs: Inputs): Map<string, string> {
  return new Map(
    Array.isArray(inputs) ? inputs.map(({ name, value }) => [name, value]) : Object.entries(inputs),
  );
}

function declaredInputs(document: JsonObject): { name: string; type: string; value?: string }[] {
  const { __inputs: list } = document;
  if (!Array.isArray(list)) return [];
  return list.filter(isJsonObject).flatMap(({ name, type, value }) =>
    typeof name === "string"
      ? [
          {
            name,
            type: typeof type === "string" ? type : "",
            value: typeof value === "string" ? value : undefined,
          },
        ]
      : [],
  );
}

function replaceIn(value: Json, values: Map<string, string>): Json {
  if (typeof value === "string") {
    return value.includes("${")
      ? value.replace(/\$\{([^{}]+)\}/g, (whole, name: string) => values.get(name) ?? whole)
      : value;
  }
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, values));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceIn(item, values)]));
}

/**
 * The document to store. With `inputs`, every `${NAME}` that `__inputs` declares is replaced and `__inputs` and
 * `__requires` go, as in Grafana's import; without, the document stays whole.
 * @throws AppError INVALID_INPUT naming the inputs that are missing.
 */
export function resolveImport(document: JsonObject, inputs?: Inputs): JsonObject {
  const declared = declaredInputs(document);
  if (inputs === undefined || declared.length === 0) return document;
  const values = givenInputs(inputs);
  for (const { name, type, value } of declared) {
    if (!values.has(name) && type === "constant" && value !== undefined) values.set(name, value);
  }
  const missing = declared.filter(({ name }) => !values.has(name)).map(({ name }) => name);
  if (missing.length > 0) {
    throw new AppError("INVALID_INPUT", `Say what ${missing.join(", ")} is to be: inputs lacks it.`, {
      field: "inputs",
      missing,
    });
  }
  const declaredValues = new Map(declared.map(({ name }) => [name, values.get(name) ?? ""]));
  const { __inputs: _inputs, __requires: _requires, ...rest } = document;
  const resolved = replaceIn(rest, declaredValues);
  return isJsonObject(resolved) ? resolved : rest;
}
