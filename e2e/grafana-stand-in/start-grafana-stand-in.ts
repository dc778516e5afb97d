import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Refusal, refuse } from "./answers.ts";
import { authenticate } from "./authenticate.ts";
import { addKey } from "./key-routes.ts";
import { type ProvisionedFile, provisionDashboard } from "./provision-dashboard.ts";
import { findRoute } from "./routes.ts";
import { createStore, type Store } from "./store.ts";
import type { Answer, StandInOptions } from "./types.ts";

export interface GrafanaStandIn {
  /** Base address, sub path included. */
  url: string;
  /** One key of each role. */
  tokens: { viewer: string; editor: string; admin: string };
  /** Dashboard and folder writes so far. */
  writes(): number;
  requests(): number;
  /** Answers these statuses to the next requests. */
  failNext(...statuses: number[]): void;
  /** Puts a dashboard there as a file provider does. */
  provision(file: ProvisionedFile): void;
  close(): Promise<void>;
}

/** A server that answers as a recorded Grafana does, for the routes that publishing needs. Keeps all in memory. */
export async function startGrafanaStandIn(options: StandInOptions = {}): Promise<GrafanaStandIn> {
  const store = createStore(options);
  const key = (role: "Viewer" | "Editor" | "Admin") =>
    addKey(store, { orgId: 1, name: `stand-in-${role.toLowerCase()}`, role, seconds: 0 }).key;
  const tokens = { viewer: key("Viewer"), editor: key("Editor"), admin: key("Admin") };
  const server = createServer((request, response) => void serve(store, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${store.subPath}`,
    tokens,
    writes: () => store.writes,
    requests: () => store.requests,
    failNext: (...statuses) => void store.faults.push(...statuses),
    provision: (file) => provisionDashboard(store, file),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(store: Store, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  send(response, await answer(store, request, Buffer.concat(chunks)));
}

async function answer(store: Store, request: IncomingMessage, rawBody: Buffer): Promise<Answer> {
  store.requests += 1;
  const fault = store.faults.shift();
  if (fault !== undefined) return { status: fault, body: { message: "Out of service for a test" } };
  const url = new URL(request.url ?? "/", "http://stand-in");
  const path = withoutSubPath(store, url.pathname);
  const method = request.method ?? "GET";
  if (path === "/healthz") return { status: 200, body: "Ok", contentType: "text/plain; charset=utf-8" };
  if (path === "/api/health")
    return { status: 200, body: { commit: "NA", database: "ok", version: store.version } };
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value[0] : value;
  try {
    const caller = authenticate(store, headers);
    if (!caller) return refuse(401, "Unauthorized");
    const found = findRoute(store.traits, method, path);
    if (!found) return refuse(404, "Not found");
    return await found.handle(store, {
      caller,
      params: found.params,
      query: url.searchParams,
      headers,
      rawBody,
      method,
    });
  } catch (error) {
    return error instanceof Refusal ? error.answer : refuse(500, "Internal Server Error");
  }
}

function withoutSubPath(store: Store, path: string): string {
  return store.subPath && path.startsWith(`${store.subPath}/`) ? path.slice(store.subPath.length) : path;
}

function send(response: ServerResponse, { status, body, contentType }: Answer): void {
  response.statusCode = status;
  if (body === undefined) return void response.end();
  response.setHeader("Content-Type", contentType ?? "application/json");
  response.end(contentType?.startsWith("text/") ? String(body) : JSON.stringify(body));
}
