import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeOver } from "./answer-first";

let server: Server;
let port: number;
let received = 0;
beforeEach(async () => {
  received = 0;
  server = createServer(async (request, response) => {
    for await (const chunk of request) received += chunk.length;
    response.end("taken");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
  takeOver(server, [], { bytes: 1_000, archiveBytes: 5_000 });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends the head and `body`, and gives what comes back until the text is there. */
function send(length: number, headers: string[], until: string, body = ""): Promise<string> {
  return new Promise((resolve) => {
    const lines = ["POST /x HTTP/1.1", "Host: x", `Content-Length: ${length}`, ...headers];
    const socket = connect(port, "127.0.0.1", () => socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`));
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
      if (text.includes(until)) socket.destroy();
    });
    socket.on("close", () => resolve(text));
  });
}

describe("refuseLarge", () => {
  it("answers what is too large before a byte of it has come", async () => {
    const text = await send(1_001, [], "details");
    expect(text).toMatch(/^HTTP\/1.1 413 /);
    expect(text).toContain('"code":"INVALID_INPUT"');
    expect(await send(5_001, ["Content-Type: application/zip"], "details")).toMatch(/^HTTP\/1.1 413 /);
    expect(received).toBe(0);
  });

  it("does not ask for it either", async () => {
    const text = await send(9_999, ["Expect: 100-continue"], "details");
    expect(text).toMatch(/^HTTP\/1.1 413 /);
    const asked = await send(3, ["Expect: 100-continue"], "taken", "abc");
    expect(asked).toMatch(/^HTTP\/1.1 100 Continue[\s\S]*HTTP\/1.1 200/);
  });

  it("takes the rest", async () => {
    expect(await send(1_000, [], "taken", "x".repeat(1_000))).toContain("HTTP/1.1 200");
    expect(await send(3_000, ["Content-Type: application/zip"], "taken", "x".repeat(3_000))).toContain("200");
    expect(received).toBe(4_000);
  });

  it("leaves its answer to a client that goes on sending", async () => {
    const text = await send(2_000_000, [], "details", "x".repeat(2_000_000));
    expect(text).toMatch(/^HTTP\/1.1 413 /);
  });
});
