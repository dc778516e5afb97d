import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { baseSeconds, cacheStandIn } from "@/lib/server/testing/cache-stand-in";
import { startTestRedis, type TestRedis } from "@/lib/server/testing/redis";
import type { CacheEntry } from "./cache-entry";
import { LayeredStore } from "./layered-store";
import { MemoryStore } from "./memory-store";
import { QueryCache } from "./query-cache";
import { RedisStore } from "./redis-store";

const now = () => (baseSeconds + 100_000) * 1_000;

let server: TestRedis;
let redis: Redis;
beforeAll(async () => {
  server = await startTestRedis();
  redis = new Redis(server.url);
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

function layered(): LayeredStore {
  return new LayeredStore({
    near: new MemoryStore(50_000_000, now),
    far: new RedisStore(redis),
    nearTtlMs: 60_000,
  });
}

describe("replicas over one Redis", () => {
  it("ask once what any of them has asked, and go on without Redis", async () => {
    await redis.flushall();
    const up = cacheStandIn(now);
    const replicas = [0, 1, 2].map(() => new QueryCache({ store: layered(), now }));
    for (let end = 2_000; end <= 2_100; end += 10) {
      for (const replica of replicas) {
        const { answer } = await replica.ask(up.question({ start: 1_000, end }));
        expect(JSON.parse(answer.body.toString()).data.result[0].values).toHaveLength((end - 1_000) / 10 + 1);
        await replica.settled();
        await redis.ping();
      }
    }
    expect(up.points.count).toBe(111);
    const away = new Redis({
      port: 1,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
    });
    away.on("error", () => undefined);
    const alone = new QueryCache({ store: new RedisStore(away), now });
    for (let i = 0; i < 2; i++) {
      expect((await alone.ask(up.question({ start: 1_000, end: 1_500 }))).cache).toBe("miss");
    }
    away.disconnect();
  });

  it("ask afar for what is not near enough, and for nothing else", async () => {
    const body = Buffer.from("x");
    const entry: CacheEntry = { kind: "answer", body, warnings: [], infos: [] };
    const asked: string[][] = [];
    const far = {
      get: async (keys: readonly string[]) => {
        asked.push([...keys]);
        return [entry];
      },
      set: () => undefined,
    };
    const store = new LayeredStore({ near: new MemoryStore(1_000_000, now), far, nearTtlMs: 60_000 });
    store.set("a", entry, 60_000);
    store.set("b", entry, 60_000);
    expect(await store.get(["a", "b"])).toHaveLength(2);
    expect(asked).toEqual([]);
    await store.get(["a", "b"], (_, index) => index === 0);
    expect(asked).toEqual([["b"]]);
  });
});
