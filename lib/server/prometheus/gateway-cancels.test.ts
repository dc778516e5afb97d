import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as queryRoute from "@/app/api/v1/tenants/[tenant]/datasources/[uid]/prometheus/api/v1/[...endpoint]/route";
import * as batchRoute from "@/app/api/v1/tenants/[tenant]/panels/query/route";
import { createApiToken } from "@/lib/server/tenants/api-tokens";
import { createTestDatasource } from "@/lib/server/testing/create-test-datasource";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { startTestPrometheus, type TestPrometheus } from "@/lib/server/testing/prometheus";
import { type ServedRoutes, serveRoutes } from "@/lib/server/testing/serve-routes";
import { type SilentStore, startSilentStore } from "@/lib/server/testing/silent-store";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const endSeconds = Math.floor(Date.now() / 15_000) * 15;
const endless = "sum(endless)";
const patience = { timeout: 40_000, interval: 20 };
vi.setConfig({ testTimeout: 120_000 });

let store: SilentStore;
let prometheus: TestPrometheus;
let console_: ServedRoutes;
let tenant: TestTenant;
let token = "";

beforeAll(async () => {
  store = await startSilentStore();
  prometheus = await startTestPrometheus({
    startSeconds: endSeconds - 60,
    endSeconds,
    stepSeconds: 15,
    series: [{ series: 'known{tenant_id="a"}', valueAt: () => 1 }],
    remoteRead: { url: store.url, name: "endless" },
  });
  tenant = await createTestTenant("A");
  await createTestDatasource(tenant.admin, { url: prometheus.url, matchers: { tenant_id: "a" } });
  token = (await createApiToken(tenant.admin, { name: "client", role: "editor" })).token;
  console_ = await serveRoutes({
    "api/v1/tenants/[tenant]/datasources/[uid]/prometheus/api/v1/[...endpoint]": queryRoute,
    "api/v1/tenants/[tenant]/panels/query": batchRoute,
  });
});
afterAll(async () => {
  await Promise.all([console_.stop(), store.stop()]);
  await prometheus.stop();
});

/** By Prometheus' own metric. */
async function running(): Promise<number> {
  const metrics = await (await fetch(`${prometheus.url}/metrics`)).text();
  return Number(/^prometheus_engine_queries (\d+)$/m.exec(metrics)?.[1]);
}

const base = () => `${console_.url}/api/v1/tenants/${tenant.tenant.slug}`;
const gone = { ok: () => "answered", failed: () => "left" };
const times = { start: String(endSeconds - 3_600), end: String(endSeconds), step: "15" };

function ask(query: string, signal: AbortSignal): Promise<string> {
  const form = new URLSearchParams({ query, ...times });
  return fetch(`${base()}/datasources/prometheus/prometheus/api/v1/query_range?${form}`, {
    headers: { authorization: `Bearer ${token}` },
    signal,
  }).then(gone.ok, gone.failed);
}

function askBatch(queries: string[], signal: AbortSignal): Promise<string> {
  const panels = queries.map((expr, index) => ({
    panelId: index + 1,
    maxDataPoints: 200,
    panel: { type: "timeseries", targets: [{ refId: "A", expr }] },
  }));
  return fetch(`${base()}/panels/query`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ fromMs: (endSeconds - 3_600) * 1_000, toMs: endSeconds * 1_000, panels }),
    signal,
  })
    .then((response) => response.text())
    .then(gone.ok, gone.failed);
}

/** How many run, by Prometheus' own metric and by whom it waits for. */
async function expectRunning(count: number): Promise<void> {
  await vi.waitFor(async () => expect([store.waiting, await running()]).toEqual([count, count]), patience);
}

/** Later than whatever was on its way when it began. */
async function askAnother(): Promise<void> {
  expect(await ask("known", new AbortController().signal)).toBe("answered");
}

describe("a client that goes away", () => {
  it("ends its query in Prometheus itself", async () => {
    const leave = new AbortController();
    const answer = ask(endless, leave.signal);
    await expectRunning(1);
    leave.abort();
    expect(await answer).toBe("left");
    await expectRunning(0);
  });

  it("does not end the query of another who asks the same", async () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const answers = [ask(`${endless} + 1`, one.signal), ask(`${endless} + 1`, other.signal)];
    await expectRunning(1);
    one.abort();
    expect(await answers[0]).toBe("left");
    await askAnother();
    await expectRunning(1);
    other.abort();
    expect(await answers[1]).toBe("left");
    await expectRunning(0);
  });

  it("ends all that its page had asked for, under way or waiting", async () => {
    const leave = new AbortController();
    const queries = Array.from({ length: 20 }, (_, index) => `${endless} + ${index + 10}`);
    const answer = askBatch(queries, leave.signal);
    await vi.waitFor(() => expect(store.waiting).toBeGreaterThan(3), patience);
    leave.abort();
    expect(await answer).toBe("left");
    await expectRunning(0);
    await askAnother();
    await expectRunning(0);
  });
});
