import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { RouteHandler } from "@/lib/server/http/tenant-route";

type RouteModule = Partial<Record<string, unknown>>;

export interface ServedRoutes {
  url: string;
  stop(): Promise<void>;
}

/** Serves route modules over HTTP as Next does, by their folder below `app`: for clients that speak nothing else. */
export async function serveRoutes(routes: Readonly<Record<string, RouteModule>>): Promise<ServedRoutes> {
  const table = Object.entries(routes).map(([folder, module]) => ({ pattern: toPattern(folder), module }));
  const server = createServer(async (incoming, outgoing) => {
    const left = new AbortController();
    outgoing.on("close", () => left.abort());
    try {
      const response = await answer(table, incoming, left.signal);
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      if (incoming.method !== "HEAD") for await (const chunk of response.body ?? []) outgoing.write(chunk);
      outgoing.end();
    } catch {
      outgoing.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(
  table: readonly { pattern: RegExp; module: RouteModule }[],
  incoming: IncomingMessage,
  signal: AbortSignal,
): Promise<Response> {
  const { method = "GET", url = "/", headers } = incoming;
  const path = url.split("?")[0] ?? "";
  for (const { pattern, module } of table) {
    const groups = pattern.exec(path)?.groups;
    if (!groups) continue;
    const handler = module[method === "HEAD" && !("HEAD" in module) ? "GET" : method];
    if (typeof handler !== "function") return new Response(null, { status: 405 });
    const hasBody = method !== "GET" && method !== "HEAD";
    const request = new Request(`http://${headers.host}${url}`, {
      method,
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      body: hasBody ? toStream(incoming) : null,
      duplex: "half",
      signal,
    } as RequestInit);
    return (handler as RouteHandler)(request, { params: Promise.resolve(toParams(groups)) });
  }
  return new Response(null, { status: 404 });
}

function toPattern(folder: string): RegExp {
  const source = folder
    .replace(/\[\.\.\.(\w+)\]/g, "(?<$1_all>.+)")
    .replace(/\[(\w+)\]/g, "(?<$1>[^/]+)")
    .replaceAll("/", "\\/");
  return new RegExp(`^\\/${source}$`);
}

function toParams(groups: Record<string, string>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, text]) =>
      name.endsWith("_all")
        ? [name.slice(0, -4), text.split("/").map(decodeURIComponent)]
        : [name, decodeURIComponent(text)],
    ),
  );
}

function toStream(incoming: IncomingMessage): ReadableStream {
  return Readable.toWeb(incoming) as ReadableStream;
}
