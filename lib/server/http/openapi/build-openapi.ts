import { z } from "zod";
import { permissions } from "@/lib/shared/tenants/permissions";
import type { Operation } from "./operation";
import { operations } from "./operations";
import { type SchemaName, schemas } from "./schemas";

type Part = Record<string, unknown>;

/** Of the interface under /api/v1, not of the program. */
const interfaceVersion = "1.0.0";

const requestSchemas = new Set(operations.flatMap(({ body }) => (body ? [body] : [])));

function reference(name: SchemaName): Part {
  return { $ref: `#/components/schemas/${name}` };
}

function json(schema: Part): Part {
  return { "application/json": { schema } };
}

function answerContent(answer: Operation["answer"]): Part | undefined {
  if (answer === undefined) return undefined;
  if ("type" in answer) return { [answer.type]: {} };
  if ("one" in answer) return json(reference(answer.one));
  const items = { type: "array", items: reference(answer.list) };
  const nextCursor = { type: ["string", "null"] };
  return json({ type: "object", required: ["items", "nextCursor"], properties: { items, nextCursor } });
}

function describeWho(who: Operation["who"]): string {
  if (who === "member") return "Any member of the tenant.";
  if (who === "person") return "Any signed-in person.";
  if (who === "platform") return "Platform administrators.";
  if (who === "anybody") return "No session needed.";
  return `Role ${permissions[who]} or higher (${who}).`;
}

function securityOf(who: Operation["who"]): Part[] {
  if (who === "anybody") return [];
  return who === "person" || who === "platform" ? [{ session: [] }] : [{ session: [] }, { apiToken: [] }];
}

function toOperation({
  method,
  path,
  summary,
  who,
  body,
  answer,
  status = 200,
  query = {},
}: Operation): Part {
  const segments = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  const content = answerContent(answer);
  const text = { type: "string" };
  return {
    operationId: `${method.toLowerCase()}${path.replace(/[^A-Za-z0-9]+(\w?)/g, (_, next: string) => next.toUpperCase())}`,
    summary,
    description: describeWho(who),
    tags: [/\{tenant\}\/([\w-]+)/.exec(path)?.[1] ?? "platform"],
    security: securityOf(who),
    parameters: [
      ...segments.map((name) => ({ name, in: "path", required: true, schema: text })),
      ...Object.entries(query).map(([name, description]) => ({
        name,
        in: "query",
        description,
        schema: text,
      })),
    ],
    ...(body ? { requestBody: { required: true, content: json(reference(body)) } } : {}),
    responses: {
      [status]: { description: status === 204 ? "Done." : "The answer.", ...(content ? { content } : {}) },
      default: { description: "What went wrong, and what to do.", content: json(reference("ErrorAnswer")) },
    },
  };
}

function toJsonSchema(name: SchemaName): Part {
  const io = requestSchemas.has(name) ? "input" : "output";
  const { $schema: _, ...schema } = z.toJSONSchema(schemas[name], { io, unrepresentable: "any" });
  return schema;
}

/** OpenAPI 3.1 of the whole interface, from the schemas that also validate it. */
export function buildOpenapi(): Part {
  const paths: Record<string, Part> = {};
  for (const operation of operations) {
    const path = `/api${operation.path}`;
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: toOperation(operation) };
  }
  const names = Object.keys(schemas) as SchemaName[];
  return {
    openapi: "3.1.0",
    info: {
      title: "Panelsmith",
      version: interfaceVersion,
      description: "Dashboards of many tenants, over Prometheus and Grafana.",
    },
    paths,
    components: {
      schemas: Object.fromEntries(names.map((name) => [name, toJsonSchema(name)])),
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "panelsmith.session" },
        apiToken: { type: "http", scheme: "bearer" },
      },
    },
  };
}
