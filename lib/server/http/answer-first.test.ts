import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerFirst, takeOver } from "./answer-first";
import { bufferResponse } from "./buffer-response";
import type { RouteHandler } from "./tenant-route";

let server: Server;
let url: string;
beforeEach(async () => {
  server = createServer((request, response) => void response.end(`next ${request.method} ${request.url}`));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const echo: RouteHandler = async (request, { params }) => {
  const seen = {
    params: await params,
    search: new URL(request.url).search,
    body: await request.text(),
    from: request.headers.get("x-forwarded-for"),
  };
  return Response.json(seen, { status: 203, headers: { "X-Seen": "1" } });
};
const pattern = /^\/api\/(?<tenant>[a-z-]+)\/(?<endpoint_all>[a-z]+(?:\/\w+)?)$/;
const limits = { bytes: 1_000_000, archiveBytes: 2_000_000 };
const handlers = { GET: echo, POST: echo };

async function statusOf(method: string, path: string): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    let text = "";
    socket.on("data", (chunk) => (text += chunk));
    socket.on("close", () => resolve(text));
  });
}

describe("answerFirst", () => {
  it("hands exact paths to their handlers, with all that came but an address that the client gives itself", async () => {
    takeOver(server, [{ pattern, handlers }], limits);
    const got = await fetch(`${url}/api/acme/label/job?a=%2F&a=b`);
    expect([got.status, got.headers.get("x-seen")]).toEqual([203, "1"]);
    const params = { tenant: "acme", endpoint: ["label", "job"] };
    expect(await got.json()).toEqual({ params, search: "?a=%2F&a=b", body: "", from: "127.0.0.1" });
    const posted = await fetch(`${url}/api/acme/query`, {
      method: "POST",
      body: "q=ü".repeat(100_000),
      headers: { "x-forwarded-for": "1.2.3.4" },
    });
    expect(await posted.json()).toMatchObject({ body: "q=ü".repeat(100_000), from: "127.0.0.1" });
  });

  it("sends an answer of one piece with all that it is, and to HEAD without its body", async () => {
    const body = Buffer.from("ü".repeat(400_000));
    const whole: RouteHandler = async () => bufferResponse(body, { "X-Seen": "1" });
    takeOver(server, [{ pattern, handlers: { GET: whole, HEAD: whole } }], limits);
    const got = await fetch(`${url}/api/acme/query`);
    const { headers } = got;
    expect([headers.get("x-seen"), headers.get("content-length")]).toEqual(["1", String(body.length)]);
    expect(body.equals(Buffer.from(await got.arrayBuffer()))).toBe(true);
    expect(await (await fetch(`${url}/api/acme/query`, { method: "HEAD" })).text()).toBe("");
    const streamed = await whole(new Request(url), { params: Promise.resolve({}) });
    expect(body.equals(Buffer.from(await streamed.arrayBuffer()))).toBe(true);
  });

  it("leaves all other spellings and methods to Next", async () => {
    takeOver(server, [{ pattern, handlers }], limits);
    for (const path of [
      "/api/acme/query/",
      "//api/acme/query",
      "/api/acme/%71uery",
      "/api/acme/query;x",
      "/api/acme/../acme/query",
      "/api/ACME/query",
      "/x?/api/acme/query",
      `${url}/api/acme/query`,
      "/api\\acme\\query",
    ])
      expect(await statusOf("GET", path), path).toContain(`next GET ${path}`);
    for (const method of ["PUT", "DELETE", "OPTIONS"])
      expect(await statusOf(method, "/api/acme/query")).toContain(`next ${method}`);
    expect(await statusOf("TRACE", "/api/acme/query")).toMatch(/^HTTP\/1.1 405[\s\S]*Allow: GET, POST/);
    expect(await statusOf("TRACE", "/anything/else")).toMatch(/^HTTP\/1.1 405/);
    expect(await statusOf("OPTIONS", "*")).toMatch(/^HTTP\/1.1 405/);
  });

  it("refuses a path that is no text, in words, and leaves the query to who reads it", async () => {
    takeOver(server, [{ pattern, handlers }], limits);
    for (const path of ["/d/%E0%A4%A", "/api/%zz/query", "/%"])
      expect(await statusOf("GET", path), path).toMatch(/^HTTP\/1.1 400[\s\S]*"code":"INVALID_INPUT"/);
    for (const path of ["/d/%C3%BC", "/d/100%25", "/d/x?a=%zz"])
      expect(await statusOf("GET", path), path).toContain(`next GET ${path}`);
  });

  it("takes the server over with its first request", async () => {
    answerFirst([{ pattern, handlers }], limits);
    for (let tries = 0; tries < 2; tries++)
      expect(await statusOf("GET", "/api/acme/query")).toContain("HTTP/1.1 203");
    expect(await statusOf("GET", "/other")).toContain("next GET /other");
  });

  it("tells the handler when the client goes away, and lives on when it fails", async () => {
    let left = false;
    const slow: RouteHandler = (request) =>
      new Promise((_, reject) => {
        request.signal.addEventListener("abort", () => {
          left = true;
          reject(new Error("gone"));
        });
      });
    const broken: RouteHandler = () => Promise.reject(new Error("broken"));
    takeOver(server, [{ pattern, handlers: { GET: slow, POST: broken } }], limits);
    const leave = new AbortController();
    const asked = fetch(`${url}/api/acme/query`, { signal: leave.signal }).catch(() => "left");
    await new Promise((resolve) => setTimeout(resolve, 50));
    leave.abort();
    expect(await asked).toBe("left");
    await vi.waitFor(() => expect(left).toBe(true));
    await expect(fetch(`${url}/api/acme/query`, { method: "POST", body: "x" })).rejects.toThrow();
    expect(await statusOf("GET", "/other")).toContain("next GET /other");
  });
});
