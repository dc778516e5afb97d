import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { Agent, request as httpRequest } from "node:http";
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as queryRoute from "@/app/api/v1/tenants/[tenant]/datasources/[uid]/prometheus/api/v1/[...endpoint]/route";
import * as batchRoute from "@/app/api/v1/tenants/[tenant]/panels/query/route";
import { createApiToken } from "@/lib/server/tenants/api-tokens";
import { createTestDatasource } from "@/lib/server/testing/create-test-datasource";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { type FakeUpstream, startFakeUpstream } from "@/lib/server/testing/fake-upstream";
import { type ServedRoutes, serveRoutes } from "@/lib/server/testing/serve-routes";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const sockets = { in: new Set<Socket>(), out: new Set<Socket>() };
const onIn = (message: unknown) => void sockets.in.add((message as { socket: Socket }).socket);
const onOut = (message: unknown) => void sockets.out.add((message as { socket: Socket }).socket);

/** One connection, kept alive. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let upstream: FakeUpstream;
let console_: ServedRoutes;
let tenant: TestTenant;
let token = "";

beforeAll(async () => {
  upstream = await startFakeUpstream();
  tenant = await createTestTenant("A");
  await createTestDatasource(tenant.admin, { url: upstream.url, matchers: { tenant_id: "a" } });
  token = (await createApiToken(tenant.admin, { name: "client", role: "editor" })).token;
  console_ = await serveRoutes({
    "api/v1/tenants/[tenant]/datasources/[uid]/prometheus/api/v1/[...endpoint]": queryRoute,
    "api/v1/tenants/[tenant]/panels/query": batchRoute,
  });
  subscribe("http.server.request.start", onIn);
  subscribe("undici:client:connected", onOut);
});
afterAll(async () => {
  unsubscribe("http.server.request.start", onIn);
  unsubscribe("undici:client:connected", onOut);
  agent.destroy();
  await Promise.all([upstream.stop(), console_.stop()]);
});

function send(path: string, body?: unknown): Promise<{ status?: number; body: string }> {
  const method = body === undefined ? "GET" : "POST";
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const url = `${console_.url}/api/v1/tenants/${tenant.tenant.slug}/${path}`;
    const sent = httpRequest(url, { agent, method, headers }, async (response) =>
      resolve({ status: response.statusCode, body: await text(response) }),
    );
    sent.on("error", reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const panelsOf = (expr: string) => ({
  fromMs: 0,
  toMs: 3_600_000,
  panels: Array.from({ length: 20 }, (_, index) => ({
    panelId: index + 1,
    maxDataPoints: 100,
    panel: {
      type: "stat",
      targets: [{ refId: "A", expr: `${expr} + ${index}`, instant: true, range: false }],
    },
  })),
});

async function askTimes(times: number, name: string): Promise<void> {
  for (let index = 0; index < times; index++) {
    const one = await send(
      `datasources/prometheus/prometheus/api/v1/query?query=${name}${index}&time=${index}`,
    );
    expect(one.status).toBe(200);
  }
  const page = await send("panels/query", panelsOf(name));
  expect(page.body.match(/"type":"data"/g)).toHaveLength(20);
}

/** What each kind of connection has listeners for, at most. */
function listeners(): Record<string, number> {
  const most: Record<string, number> = {};
  for (const [way, all] of Object.entries(sockets)) {
    for (const socket of all) {
      for (const name of socket.eventNames().map(String))
        most[`${way} ${name}`] = Math.max(most[`${way} ${name}`] ?? 0, socket.listenerCount(name));
    }
  }
  return most;
}

it("leaves no listener behind on connections that are used again, of clients and to upstreams", async () => {
  await askTimes(3, "first");
  const before = listeners();
  await askTimes(50, "next");
  expect(listeners()).toEqual(before);
  const port = Number(new URL(console_.url).port);
  expect([...sockets.in].filter(({ localPort }) => localPort === port)).toHaveLength(1);
  expect(sockets.out.size).toBeLessThan(20);
  expect(upstream.seen.length).toBe(93);
});
