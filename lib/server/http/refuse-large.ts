import type { IncomingMessage, ServerResponse } from "node:http";
import { refuseIncoming } from "./refuse-incoming";

export interface BodyLimits {
  bytes: number;
  /** Of a body that says that it is an archive. */
  archiveBytes: number;
}

/** How long the connection stays for a client that reads its answer only after it has sent on for a while. */
const lingerMs = 5_000;

/** Answers a request at once that announces more than is taken, instead of letting all of it pass. Whether it did. */
export function refuseLarge(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { bytes, archiveBytes }: BodyLimits,
): boolean {
  const { headers, socket } = incoming;
  const maxBytes = /^application\/zip\b/i.test(headers["content-type"] ?? "") ? archiveBytes : bytes;
  if (!(Number(headers["content-length"] ?? 0) > maxBytes)) return false;
  const message = `The body is larger than ${maxBytes / 1_000_000} MB, the most that is taken here.`;
  refuseIncoming(outgoing, 413, message, { maxBytes });
  // Closed at once, the answer could be lost on its way to a client that is still sending.
  const timer = setTimeout(() => socket.destroy(), lingerMs);
  socket.once("close", () => clearTimeout(timer));
  incoming.on("error", () => undefined).resume();
  return true;
}
