import type { Redis } from "ioredis";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { connectRedis } from "@/lib/server/redis";
import { type FakeUpstream, startFakeUpstream } from "@/lib/server/testing/fake-upstream";
import { startTestRedis, type TestRedis } from "@/lib/server/testing/redis";
import type { PrometheusDatasource } from "../datasource";
import { askGateway } from "../gateway";
import { FairQueue } from "../limits/fair-queue";
import { SharedPlaces } from "../limits/shared-places";
import { toParams } from "../read-params";
import { LayeredStore } from "./layered-store";
import { MemoryStore } from "./memory-store";
import { QueryCache } from "./query-cache";
import { RedisStore } from "./redis-store";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const base = 1_700_000_000;
const step = 15;
let upstream: FakeUpstream;
let server: TestRedis;
let redis: Redis;

beforeAll(async () => {
  upstream = await startFakeUpstream();
  upstream.answer(({ body }, response) => {
    const form = new URLSearchParams(body);
    const values: [number, string][] = [];
    for (let at = Number(form.get("start")); at <= Number(form.get("end")); at += step)
      values.push([at, String(at % 977)]);
    const data = { resultType: "matrix", result: [{ metric: { a: "1" }, values }] };
    response.end(JSON.stringify({ status: "success", data }));
  });
  server = await startTestRedis();
  redis = connectRedis(server.url);
  await new Promise((ready) => redis.once("ready", ready));
  replicas = [replica(), replica()];
});
afterAll(async () => {
  redis.disconnect();
  Reflect.deleteProperty(globalThis, "panelsmithQueryCache");
  Reflect.deleteProperty(globalThis, "panelsmithLimits");
  await Promise.all([server.stop(), upstream.stop()]);
});

/** What two replicas keep in their processes: far too little, so that they lean on Redis. */
function replica() {
  const store = new LayeredStore({
    near: new MemoryStore(20_000),
    far: new RedisStore(redis),
    nearTtlMs: 1_000,
  });
  const origin = new URL(upstream.url).origin;
  return {
    cache: { cache: new QueryCache({ store }) },
    limits: {
      queues: new Map([[origin, new FairQueue(20)]]),
      rates: new Map(),
      shared: new SharedPlaces(redis),
    },
  };
}
let replicas: ReturnType<typeof replica>[] = [];
const seen = { asked: 0, hit: 0, part: 0, miss: 0 };

async function ask(index: number): Promise<void> {
  const start = base + (index % 7) * 150;
  const end = start + (40 + (index % 11) * 30) * step;
  const { cache, limits } = replicas[index % 2] ?? expect.fail();
  Reflect.set(globalThis, "panelsmithQueryCache", cache);
  Reflect.set(globalThis, "panelsmithLimits", limits);
  const datasource: PrometheusDatasource = {
    id: "faults",
    tenantId: "faults",
    uid: "p",
    name: "p",
    url: upstream.url,
    matchers: {},
    headers: {},
    enforceConflict: "empty",
    revision: 1 + (index % 3),
    queriesPerMinute: 1e9,
  };
  const params = toParams({ query: `a + ${index % 13}`, start, end, step });
  const { data, cache: from } = await askGateway({
    datasource,
    endpoint: "query_range",
    params,
    waitMs: 20_000,
  });
  const expected: [number, string][] = [];
  for (let at = start; at <= end; at += step) expected.push([at, String(at % 977)]);
  expect(data).toEqual({ resultType: "matrix", result: [{ metric: { a: "1" }, values: expected }] });
  seen.asked += 1;
  seen[from] += 1;
}

async function load(from: number, count: number): Promise<void> {
  let next = from;
  const client = async () => {
    while (next < from + count) await ask(next++);
  };
  await Promise.all(Array.from({ length: 8 }, client));
}

it("gives right answers while Redis works, stands still, dies and comes back", {
  timeout: 180_000,
}, async () => {
  await load(0, 150);
  expect(seen.hit).toBeGreaterThan(0);
  expect(await redis.dbsize()).toBeGreaterThan(0);

  const stuck = load(150, 80);
  process.kill(server.pid, "SIGSTOP");
  await stuck;
  process.kill(server.pid, "SIGCONT");
  await vi.waitFor(() => expect(redis.status).toBe("ready"), 60_000);
  await load(230, 50);

  const dying = load(280, 120);
  await server.stop();
  await dying;
  expect(redis.status).not.toBe("ready");
  await load(400, 50);

  const { port } = server;
  const returning = load(450, 100);
  server = await startTestRedis(port);
  await returning;
  await vi.waitFor(() => expect(redis.status).toBe("ready"), 60_000);
  await load(550, 100);
  expect(await redis.dbsize()).toBeGreaterThan(0);
  expect(seen.asked).toBe(650);
  for (const { limits } of replicas)
    for (const queue of limits.queues.values()) expect([queue.running, queue.waiting]).toEqual([0, 0]);
});
