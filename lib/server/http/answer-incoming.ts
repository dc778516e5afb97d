import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { log } from "@/lib/server/log";
import { bufferOf } from "./buffer-response";
import type { RouteHandler } from "./tenant-route";

interface Answered {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
  handler: RouteHandler;
  params: Record<string, string | string[]>;
}

/** Lets a route handler answer a request of Node's own server. */
export async function answerIncoming({ incoming, outgoing, handler, params }: Answered): Promise<void> {
  const left = new AbortController();
  outgoing.on("close", () => {
    if (!outgoing.writableFinished) left.abort();
  });
  try {
    const request = toRequest(incoming, left.signal);
    await send(await handler(request, { params: Promise.resolve(params) }), incoming.method, outgoing);
  } catch (error) {
    if (!left.signal.aborted) log.error({ err: error }, "an answer could not be sent");
    outgoing.destroy();
  }
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const { method = "GET", url = "/", headers, socket } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  const known = { "x-forwarded-for": socket.remoteAddress ?? "", ...headers };
  // Handlers look at the path and at the header Host, never at the host of the address.
  return new Request(`http://localhost${url}`, {
    method,
    headers: Object.entries(known).map(([name, value]): [string, string] => [name, String(value)]),
    body: hasBody ? (Readable.toWeb(incoming) as ReadableStream) : null,
    duplex: "half",
    signal,
  } as RequestInit);
}

async function send(response: Response, method: string | undefined, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  const whole = bufferOf(response);
  if (whole && method !== "HEAD") return void outgoing.end(whole);
  if (method !== "HEAD") {
    for await (const chunk of response.body ?? []) {
      if (outgoing.destroyed) return;
      if (!outgoing.write(chunk)) await drained(outgoing);
    }
  }
  outgoing.end();
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      outgoing.off("drain", done);
      outgoing.off("close", done);
      resolve();
    };
    outgoing.on("drain", done);
    outgoing.on("close", done);
  });
}
