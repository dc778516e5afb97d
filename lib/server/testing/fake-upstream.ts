import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

export interface FakeUpstream {
  url: string;
  seen: SeenRequest[];
  /** How the next requests are answered. */
  answer: (respond: (request: SeenRequest, response: ServerResponse) => void) => void;
  stop(): Promise<void>;
}

export const emptyVector = JSON.stringify({ status: "success", data: { resultType: "vector", result: [] } });

/** An upstream that writes down every request, so that a test can say that none came. */
export async function startFakeUpstream(): Promise<FakeUpstream> {
  const seen: SeenRequest[] = [];
  let respond: (request: SeenRequest, response: ServerResponse) => void = (_, response) => {
    response.setHeader("content-type", "application/json").end(emptyVector);
  };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { method = "", url = "", headers } = request;
    const entry = { method, url, headers, body };
    seen.push(entry);
    respond(entry, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    answer: (next) => {
      respond = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
