import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { z } from "zod";
import { FAULTS, findFault } from "../faults.ts";
import { LOADS } from "../loads.ts";
import { Notification } from "./alert-inbox.ts";
import type { Exporter } from "./exporter.ts";

const MAX_BODY_BYTES = 1_000_000;

const LoadRequest = z.strictObject({ step: z.int().min(0).max(100_000).default(0) });
const FaultRequest = z.strictObject({
  fault: z.string(),
  minutes: z
    .number()
    .positive()
    .max(24 * 60)
    .default(10),
  clear: z.boolean().default(false),
});

interface Answer {
  status: number;
  body: object | string;
  contentType?: string;
}

class RequestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function exporterServer(exporter: Exporter): Server {
  return createServer((request, response) => {
    answer(exporter, request).then(
      (found) => send(response, found),
      (error: unknown) => send(response, errorAnswer(error)),
    );
  });
}

async function answer(exporter: Exporter, request: IncomingMessage): Promise<Answer> {
  const path = new URL(request.url ?? "/", "http://exporter").pathname;
  const now = Date.now() / 1000;
  switch (`${request.method} ${path}`) {
    case "GET /metrics":
      return { status: 200, body: await exporter.metrics(now), contentType: exporter.contentType };
    case "GET /healthz":
      return { status: 200, body: "ok\n" };
    case "GET /":
      return { status: 200, body: aboutPage(exporter) };
    case "GET /fault":
      return { status: 200, body: { active: exporter.activeFaults(now) } };
    case "POST /fault":
      return changeFault(exporter, await bodyOf(request, FaultRequest), now);
    case "GET /alerts":
      return { status: 200, body: { received: exporter.alerts.list() } };
    case "POST /alerts":
      exporter.alerts.add(await bodyOf(request, Notification), now);
      return { status: 200, body: "ok\n" };
    case "POST /load": {
      const { step } = await bodyOf(request, LoadRequest);
      return { status: 200, body: { system: exporter.system, title: exporter.addLoad(step, now) } };
    }
    default:
      throw new RequestError(
        404,
        "This exporter answers GET /, /metrics, /healthz, /fault, /alerts and POST /load, /fault, /alerts.",
      );
  }
}

function changeFault(
  exporter: Exporter,
  { fault: name, minutes, clear }: z.infer<typeof FaultRequest>,
  now: number,
): Answer {
  const fault = findFault(name);
  if (fault?.system !== exporter.system) {
    throw new RequestError(404, `${exporter.system} knows these faults: ${faultNames(exporter).join(", ")}.`);
  }
  if (clear) return { status: 200, body: { fault: name, cleared: exporter.clearFault(name, now) } };
  const { until } = exporter.startFault(fault, minutes, now);
  return { status: 200, body: { fault: name, says: fault.says, until } };
}

function aboutPage(exporter: Exporter): string {
  return [
    `Demo exporter of ${exporter.system}. Its numbers are made up.`,
    "GET /metrics: for Prometheus. GET /healthz: whether it is alive.",
    `POST /load {"step": 0}: adds load (${LOADS[exporter.system].count} steps make a run).`,
    `POST /fault {"fault": name, "minutes": 10}: ${faultNames(exporter).join(", ")}.`,
    "POST /alerts: a webhook for Alertmanager. GET /alerts: what it was told.",
    "",
  ].join("\n");
}

function faultNames({ system }: Exporter): string[] {
  return FAULTS.filter((fault) => fault.system === system).map(({ name }) => name);
}

/** A body must be declared as JSON, which a foreign web page cannot do without being asked first. */
async function bodyOf<Schema extends z.ZodType>(
  request: IncomingMessage,
  schema: Schema,
): Promise<z.output<Schema>> {
  if (!request.headers["content-type"]?.startsWith("application/json")) {
    throw new RequestError(415, "Send the body as application/json.");
  }
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_BODY_BYTES) throw new RequestError(413, "The body is too long.");
  }
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) throw new RequestError(400, z.prettifyError(parsed.error));
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(400, "The body is not JSON.");
  }
}

function errorAnswer(error: unknown): Answer {
  if (error instanceof RequestError) return { status: error.status, body: { error: error.message } };
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return { status: 500, body: { error: "The exporter failed. Its log says why." } };
}

function send(response: ServerResponse, { status, body, contentType }: Answer): void {
  const isText = typeof body === "string";
  response.writeHead(status, {
    "content-type": contentType ?? (isText ? "text/plain; charset=utf-8" : "application/json"),
  });
  response.end(isText ? body : `${JSON.stringify(body)}\n`);
}
