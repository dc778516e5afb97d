import { createServer } from "node:net";

/** Whether nobody listens on the port of that address; an address that this machine lacks counts as free. */
export function isPortFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT"),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** The preferred loopback port, or any free one when that is taken or 0. */
export async function freePort(preferred: number): Promise<number> {
  return preferred > 0 && (await isPortFree(preferred, "127.0.0.1")) ? preferred : anyFreePort();
}

/** The first of `count` neighbouring free ports, from `preferred` on. */
export async function freePortRange(preferred: number, count: number): Promise<number> {
  for (let base = preferred; base < preferred + 1_000; base += count) {
    const ports = Array.from({ length: count }, (_, index) => isPortFree(base + index, "127.0.0.1"));
    if ((await Promise.all(ports)).every(Boolean)) return base;
  }
  throw new Error(`There are no ${count} free ports in a row from ${preferred} on.`);
}

/**
 * Starts something on a port of its own; when another program took that port between the choice and the start, on another.
 * @param start throws an Error that holds the program's own words about a taken port.
 */
export async function onFreePort<T>(
  choose: () => Promise<number>,
  start: (port: number) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(await choose());
    } catch (error) {
      if (attempt === 3 || !/EADDRINUSE|address already in use|port \d+ .*is taken/i.test(String(error)))
        throw error;
    }
  }
}
