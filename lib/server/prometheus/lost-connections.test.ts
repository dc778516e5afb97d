import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { askUpstream } from "./upstream";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const body = '{"status":"success","data":{"resultType":"vector","result":[]}}';
const answer = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;

let stop = () => {};
afterEach(() => stop());

type Fate = (socket: Socket) => void;
const answered: Fate = (socket) => void socket.write(answer);
const reset: Fate = (socket) => void socket.resetAndDestroy();
const closed: Fate = (socket) => void socket.destroy();
const half: Fate = (socket) => void socket.end(answer.slice(0, -5));

/** Answers the first question of each connection, the next ones as told. */
async function serverOf(
  first: Fate,
  next: Fate,
): Promise<{ url: string; seen: { first: number; next: number } }> {
  const seen = { first: 0, next: 0 };
  const server = createTcpServer((socket) => {
    let isUsed = false;
    socket.on("error", () => undefined);
    socket.on("data", () => {
      seen[isUsed ? "next" : "first"] += 1;
      (isUsed ? next : first)(socket);
      isUsed = true;
    });
  });
  return { url: await listen(server), seen };
}

async function listen(server: Server | ReturnType<typeof createTcpServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stop = () => void server.close();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ask = (url: string, method: "GET" | "POST" = "GET") =>
  askUpstream({
    datasource: { url, headers: {} },
    path: "/api/v1/query",
    method,
    form: [["query", "up"]],
    timeoutMs: 5_000,
  });

/** Questions one after the other until one of them goes out on a connection that was used before. */
async function askUntilReused(seen: { next: number }, one: () => Promise<unknown>): Promise<unknown> {
  for (let turn = 0; turn < 200; turn++) {
    const outcome = await one().catch((error: Error) => error.message);
    if (seen.next > 0) return outcome;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("no connection was used again");
}

describe("a connection that is closed under a question", () => {
  it.each([
    ["reset", "GET", reset],
    ["reset", "POST", reset],
    ["closed", "POST", closed],
  ] as const)("is %s: the question (%s) is asked again", async (_, method, next) => {
    const { url, seen } = await serverOf(answered, next);
    expect(await askUntilReused(seen, () => ask(url, method))).toMatchObject({ text: body });
    expect(seen.next).toBe(1);
  });

  it("is closed again: nothing is asked for ever", async () => {
    let first = answered;
    const resetFromNow: Fate = (socket) => {
      first = reset;
      reset(socket);
    };
    const { url, seen } = await serverOf((socket) => first(socket), resetFromNow);
    expect(await askUntilReused(seen, () => ask(url))).toMatch(/broke off/);
    expect(seen.next).toBe(1);
  });

  it("had never been used: the server does not want this question", async () => {
    const { url, seen } = await serverOf(reset, reset);
    await expect(ask(url)).rejects.toThrow(/broke off/);
    expect(seen).toEqual({ first: 1, next: 0 });
  });

  it("had brought a part of the answer", async () => {
    const { url, seen } = await serverOf(answered, half);
    expect(await askUntilReused(seen, () => ask(url))).toMatch(/broke off/);
    expect(seen.next).toBe(1);
  });

  it("was let go of by a server that keeps connections for a moment only", async () => {
    const server = createServer((_, response) => void response.end(body));
    server.keepAliveTimeout = 1;
    const url = await listen(server);
    for (let turn = 0; turn < 200; turn++) {
      expect((await ask(url)).status).toBe(200);
      // Around the moment at which the server lets go, so that some questions meet it.
      await new Promise((resolve) => setTimeout(resolve, turn % 5));
    }
    server.closeAllConnections();
  });
});
