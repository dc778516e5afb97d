import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { answerIncoming } from "@/lib/server/http/answer-incoming";
import type { RouteHandler } from "@/lib/server/http/tenant-route";

type RouteModule = Partial<Record<string, unknown>>;

export interface ServedRoutes {
  url: string;
  stop(): Promise<void>;
}

/** Serves route modules over HTTP as Next does, by their folder below `app`: for clients that speak nothing else. */
export async function serveRoutes(routes: Readonly<Record<string, RouteModule>>): Promise<ServedRoutes> {
  const table = Object.entries(routes).map(([folder, module]) => ({ pattern: toPattern(folder), module }));
  const server = createServer((incoming, outgoing) => {
    const found = find(table, incoming);
    if (typeof found === "number") outgoing.writeHead(found).end();
    else void answerIncoming({ incoming, outgoing, ...found });
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

/** Its handler, or the status where there is none. */
function find(
  table: readonly { pattern: RegExp; module: RouteModule }[],
  { method = "GET", url = "/" }: IncomingMessage,
): { handler: RouteHandler; params: Record<string, string | string[]> } | number {
  const path = url.split("?")[0] ?? "";
  for (const { pattern, module } of table) {
    const groups = pattern.exec(path)?.groups;
    if (!groups) continue;
    const handler = module[method === "HEAD" && !("HEAD" in module) ? "GET" : method];
    if (typeof handler !== "function") return 405;
    return { handler: handler as RouteHandler, params: toParams(groups) };
  }
  return 404;
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
