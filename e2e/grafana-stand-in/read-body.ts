import { Refusal, refuse, refuseBody } from "./answers.ts";
import type { Traits } from "./traits.ts";
import type { Call, Json, JsonObject } from "./types.ts";

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

type FieldType = "string" | "number" | "boolean" | "any";

export interface BodyShape {
  /** The Go type named in error texts. */
  name: string;
  fields: Record<string, FieldType>;
  required: string[];
}

/** Reads a JSON body as Grafana's binding layer does: media type, JSON, field types, required fields, in that order. */
export function readBody(call: Call, shape: BodyShape, traits: Traits): JsonObject {
  if (!traits.objectBodyErrors) assertJsonContentType(call.headers["content-type"]);
  const text = call.rawBody.toString("utf8");
  const problems: JsonObject[] = [];
  let body: JsonObject = {};
  if (text !== "") {
    const parsed = parse(text);
    if (parsed === undefined) problems.push(deserialization("unexpected EOF"));
    else if (!isObject(parsed))
      problems.push(deserialization(`json: cannot unmarshal into Go value of type ${shape.name}`));
    else body = parsed;
  }
  problems.push(...typeProblems(body, shape));
  const failed = problems.length > 0;
  for (const field of shape.required) {
    if (isMissing(body[field])) {
      const label = field.charAt(0).toUpperCase() + field.slice(1);
      problems.push({ fieldNames: [label], classification: "RequiredError", message: "Required" });
    }
  }
  if (problems.length === 0) return body;
  if (traits.objectBodyErrors) throw new Refusal(refuse(400, "bad request data"));
  throw new Refusal(refuseBody(failed ? 400 : 422, problems));
}

function assertJsonContentType(contentType: string | undefined): void {
  if (contentType?.includes("json")) return;
  const message = contentType ? "Unsupported Content-Type" : "Empty Content-Type";
  throw new Refusal(refuseBody(415, [{ classification: "ContentTypeError", message }]));
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function typeProblems(body: JsonObject, shape: BodyShape): JsonObject[] {
  return Object.entries(shape.fields).flatMap(([field, type]) => {
    const value = body[field];
    if (value === undefined || value === null || type === "any" || typeof value === type) return [];
    const goType = { string: "string", number: "int64", boolean: "bool" }[type];
    return [
      deserialization(
        `json: cannot unmarshal ${typeof value} into Go struct field ${shape.name}.${field} of type ${goType}`,
      ),
    ];
  });
}

const deserialization = (message: string): JsonObject => ({
  classification: "DeserializationError",
  message,
});

const isMissing = (value: Json | undefined) => value === undefined || value === null || value === "";
