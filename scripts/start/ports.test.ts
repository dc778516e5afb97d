import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { freePort, onFreePort } from "./ports.ts";

const open: Server[] = [];

function listen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      open.push(server);
      resolve(port);
    });
  });
}

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

describe("onFreePort", () => {
  it("takes another port when the chosen one was taken in between", async () => {
    const taken = await listen(await freePort(0));
    const choices = [taken, await freePort(0)];
    const port = await onFreePort(async () => choices.shift() ?? 0, listen);
    expect(port).not.toBe(taken);
    expect(choices).toEqual([]);
  });

  it("gives up after three, and at once on any other error", async () => {
    const taken = await listen(await freePort(0));
    let tries = 0;
    const choose = async () => {
      tries += 1;
      return taken;
    };
    await expect(onFreePort(choose, listen)).rejects.toThrow("EADDRINUSE");
    expect(tries).toBe(3);
    const broken = onFreePort(choose, async () => {
      throw new Error("no such file");
    });
    await expect(broken).rejects.toThrow("no such file");
    expect(tries).toBe(4);
  });
});
