import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface SilentStore {
  url: string;
  /** Questions that still wait for an answer. */
  readonly waiting: number;
  stop(): Promise<void>;
}

/** A store that Prometheus reads from and that never answers: a query of it takes for ever, and costs nothing. */
export async function startSilentStore(): Promise<SilentStore> {
  let waiting = 0;
  const server = createServer((request, response) => {
    request.resume();
    waiting += 1;
    response.on("close", () => {
      waiting -= 1;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/read`,
    get waiting() {
      return waiting;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
