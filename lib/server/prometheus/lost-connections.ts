import { subscribe } from "node:diagnostics_channel";

interface Sent {
  socket: { bytesRead: number };
  bytesRead: number;
}

const sent = new WeakMap<object, Sent>();
const lost = new WeakSet<object>();

// Nothing but these channels of undici tells which connection a request went out on.
subscribe("undici:client:sendHeaders", (message) => {
  const { request, socket } = message as { request: object; socket: Sent["socket"] };
  sent.set(request, { socket, bytesRead: socket.bytesRead });
});
subscribe("undici:request:error", (message) => {
  const { request, error } = message as { request: object; error: unknown };
  const before = sent.get(request);
  if (!before || typeof error !== "object" || error === null) return;
  const isReused = before.bytesRead > 0;
  if (isReused && before.socket.bytesRead === before.bytesRead) lost.add(error);
});

const codes = new Set(["UND_ERR_SOCKET", "ECONNRESET", "EPIPE"]);

/**
 * Whether a connection that had served others was closed before any byte of this answer came: the server had let go of
 * it while the question was on its way, and never saw it.
 */
export function wasLostOnTheWay(error: unknown): boolean {
  return error instanceof Error && "code" in error && codes.has(String(error.code)) && lost.has(error);
}
