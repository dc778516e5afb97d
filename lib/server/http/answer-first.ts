import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { env } from "@/lib/server/env";
import { answerIncoming } from "./answer-incoming";
import { refuseIncoming } from "./refuse-incoming";
import { type BodyLimits, refuseLarge } from "./refuse-large";
import type { RouteHandler } from "./tenant-route";

export interface FirstRoute {
  /**
   * Of the path as it was sent, its groups named as the route's segments, `..._all` for a catch-all. What it does not
   * fit goes to Next.
   */
  pattern: RegExp;
  /** By method; others go to Next. */
  handlers: Readonly<Record<string, RouteHandler>>;
}

const channel = "http.server.request.start";
/** The fetch standard knows no requests of these, nor of `*` as a path, so no handler can refuse them. */
const unspeakable = new Set(["TRACE", "TRACK"]);

/**
 * Has these routes answered by their own handlers before Next looks at the request: for answers that take less time
 * than Next's way to a handler. Node tells of its server as the first request comes in.
 */
export function answerFirst(routes: readonly FirstRoute[], limits: BodyLimits): void {
  const onRequest = (message: unknown) => {
    if (!isOfServer(message)) return;
    unsubscribe(channel, onRequest);
    takeOver(message.server, routes, limits);
  };
  subscribe(channel, onRequest);
}

export function takeOver(server: Server, routes: readonly FirstRoute[], limits: BodyLimits): void {
  const others = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (incoming: IncomingMessage, outgoing: ServerResponse) => {
    forgetHops(incoming);
    if (refuseLarge(incoming, outgoing, limits)) return;
    if (refuseUnspeakable(incoming, outgoing) || refuseUnreadable(incoming, outgoing)) return;
    if (answer(routes, incoming, outgoing)) return;
    for (const other of others) other.call(server, incoming, outgoing);
  });
  // Who asks before sending is told so before.
  server.on("checkContinue", (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (refuseLarge(incoming, outgoing, limits)) return;
    outgoing.writeContinue();
    server.emit("request", incoming, outgoing);
  });
}

/** Without a trusted proxy the client itself is the only hop, whatever it writes: throttling counts by it. */
function forgetHops({ headers, socket }: IncomingMessage): void {
  if (!env().PANELSMITH_TRUST_PROXY) headers["x-forwarded-for"] = socket.remoteAddress ?? "";
}

function refuseUnspeakable({ method = "", url }: IncomingMessage, outgoing: ServerResponse): boolean {
  if (url !== "*" && !unspeakable.has(method)) return false;
  outgoing.writeHead(405, { Allow: "GET, POST, PUT, PATCH, DELETE" }).end();
  return true;
}

/** Next answers an escape that stands for no letter with an error of its own. */
function refuseUnreadable({ url = "" }: IncomingMessage, outgoing: ServerResponse): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return false;
  } catch {
    const message = "The address holds a % that begins no letter in UTF-8. Write %25 for the sign itself.";
    refuseIncoming(outgoing, 400, message);
    return true;
  }
}

function answer(routes: readonly FirstRoute[], incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  const { method = "", url = "" } = incoming;
  for (const { pattern, handlers } of routes) {
    const groups = pattern.exec(url.split("?", 1)[0] ?? "")?.groups;
    if (!groups) continue;
    const handler = handlers[method];
    if (!handler) continue;
    void answerIncoming({ incoming, outgoing, handler, params: paramsOf(groups) });
    return true;
  }
  return false;
}

export function paramsOf(groups: Readonly<Record<string, string>>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, text]) =>
      name.endsWith("_all") ? [name.slice(0, -4), text.split("/")] : [name, text],
    ),
  );
}

function isOfServer(message: unknown): message is { server: Server } {
  return typeof message === "object" && message !== null && "server" in message;
}
