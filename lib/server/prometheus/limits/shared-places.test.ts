import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { connectRedis } from "@/lib/server/redis";
import { startTestRedis, type TestRedis } from "@/lib/server/testing/redis";
import type { PrometheusDatasource } from "../datasource";
import { enterUpstream } from "./enter-upstream";
import { FairQueue } from "./fair-queue";
import { SharedPlaces } from "./shared-places";

let server: TestRedis;
let redis: Redis;
beforeAll(async () => {
  server = await startTestRedis();
  redis = new Redis(server.url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 500 });
  redis.on("error", () => undefined);
  await new Promise((ready) => redis.once("ready", ready));
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});
afterEach(() => void Reflect.deleteProperty(globalThis, "panelsmithLimits"));

const url = "http://127.0.0.1:9";
const datasource = (tenantId: string): PrometheusDatasource => ({
  id: tenantId,
  tenantId,
  uid: "p",
  name: "p",
  url,
  matchers: {},
  headers: {},
  enforceConflict: "empty",
  revision: 1,
  queriesPerMinute: 1e9,
  quotas: { concurrentQueries: 4 },
});

interface Replica {
  queue: FairQueue;
  enter(tenantId: string, waitMs: number, signal?: AbortSignal): Promise<() => void>;
}

/** The state of a process of its own; what is awaited later belongs to whoever began. */
function replica(shared: SharedPlaces | null): Replica {
  const queue = new FairQueue(20);
  const limits = { queues: new Map([[url, queue]]), rates: new Map(), shared };
  return {
    queue,
    enter(tenantId, waitMs, signal) {
      Reflect.set(globalThis, "panelsmithLimits", limits);
      return enterUpstream(datasource(tenantId), waitMs, signal);
    },
  };
}

describe.each([
  ["one process", () => [replica(null)]],
  ["one process with a Redis", () => [replica(new SharedPlaces(redis))]],
  ["three replicas over one Redis", () => [1, 2, 3].map(() => replica(new SharedPlaces(redis)))],
])("queries at a time in %s", (name, start) => {
  it("are as many as the tenant may, whoever it asks, and another's are its own", async () => {
    const replicas = start();
    const at = (index: number) => replicas[index % replicas.length] ?? expect.fail();
    const taken = [];
    for (let index = 0; index < 4; index++) taken.push(await at(index).enter(name, 0));
    for (let index = 0; index < 3; index++)
      await expect(at(index).enter(name, 0)).rejects.toMatchObject({ status: 429 });
    const other = await at(0).enter(`${name} other`, 0);
    const waiting = at(2).enter(name, 5_000);
    await pause(50);
    taken[0]?.();
    (await waiting)();
    other();
    for (const giveBack of taken) giveBack();
    await pause(50);
    expect(replicas.map(({ queue }) => queue.running)).toEqual(replicas.map(() => 0));
    expect(await redis.zcard(`panelsmith:places:${name}`)).toBe(0);
  });

  it("are no longer waited for by one who has left", async () => {
    const replicas = start();
    const taken = [];
    for (let index = 0; index < 4; index++) taken.push(await replicas[0]?.enter(name, 0));
    const gone = new AbortController();
    const waiting = replicas.at(-1)?.enter(name, 60_000, gone.signal);
    setTimeout(() => gone.abort(), 50);
    await expect(waiting).rejects.toMatchObject({ errorType: "canceled" });
    for (const giveBack of taken) giveBack?.();
    expect(replicas.map(({ queue }) => [queue.running, queue.waiting])).toEqual(replicas.map(() => [0, 0]));
  });
});

describe("SharedPlaces", () => {
  it("takes back what a replica died with", async () => {
    const shared = new SharedPlaces(redis);
    expect(await shared.take("dead", 1, 2_000)).not.toBeNull();
    expect(await shared.take("dead", 1, 2_000)).toBeNull();
    await vi.waitFor(async () => expect(await shared.take("dead", 1, 2_000)).not.toBeNull(), 30_000);
  });

  it("leaves no place taken by what Redis did late, having stood still", async () => {
    const own = connectRedis(server.url);
    await new Promise((ready) => own.once("ready", ready));
    const shared = new SharedPlaces(own);
    const before = await shared.take("late", 20, 60_000);
    process.kill(server.pid, "SIGSTOP");
    const during = await Promise.all(Array.from({ length: 5 }, () => shared.take("late", 20, 60_000)));
    for (const giveBack of [before, ...during]) giveBack?.();
    process.kill(server.pid, "SIGCONT");
    await vi.waitFor(async () => {
      (await shared.take("late", 20, 60_000))?.();
      expect(await redis.zcard("panelsmith:places:late")).toBe(0);
    }, 30_000);
    own.disconnect();
  });

  it("lets everybody in while Redis is away", async () => {
    const away = new Redis({ port: 1, enableOfflineQueue: false, retryStrategy: () => null });
    away.on("error", () => undefined);
    const shared = new SharedPlaces(away);
    for (let index = 0; index < 3; index++) (await shared.take("a", 1, 1_000))?.();
    expect(await shared.take("a", 1, 1_000)).not.toBeNull();
    away.disconnect();
  });
});
