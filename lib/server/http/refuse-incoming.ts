import type { ServerResponse } from "node:http";

/** Answers a request of Node's own server in the console's words before anything of it is read. */
export function refuseIncoming(
  outgoing: ServerResponse,
  status: number,
  message: string,
  details?: object,
): void {
  outgoing
    .writeHead(status, { "Content-Type": "application/json", "Cache-Control": "private, no-store" })
    .end(JSON.stringify({ error: { code: "INVALID_INPUT", message, details } }));
}
