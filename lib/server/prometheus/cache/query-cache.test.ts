import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Ask, baseSeconds as base, cacheStandIn } from "@/lib/server/testing/cache-stand-in";
import { startTestRedis, type TestRedis } from "@/lib/server/testing/redis";
import { GatewayError } from "../gateway-error";
import type { CacheStore } from "./cache-store";
import { LayeredStore } from "./layered-store";
import { MemoryStore } from "./memory-store";
import { QueryCache } from "./query-cache";
import { RedisStore } from "./redis-store";

let nowMs = 0;
const now = () => nowMs;

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

const stores: [string, () => CacheStore][] = [
  ["memory", () => new MemoryStore(50_000_000, now)],
  ["Redis", () => new RedisStore(redis)],
  ["memory over Redis", layered],
];

function layered(): CacheStore {
  return new LayeredStore({
    near: new MemoryStore(50_000_000, now),
    far: new RedisStore(redis),
    nearTtlMs: 60_000,
  });
}

describe.each(stores)("the query cache in %s", (_, createStore) => {
  let cache: QueryCache;
  let up: ReturnType<typeof cacheStandIn>;

  beforeEach(async () => {
    await redis.flushall();
    nowMs = (base + 100_000) * 1_000;
    cache = new QueryCache({ store: createStore(), now });
    up = cacheStandIn(now);
  });

  async function ask(one: Ask): Promise<{ times: number[]; cache: string }> {
    const { answer, cache: from } = await cache.ask(up.question(one));
    await settled();
    const series: { values: [number, string][] }[] = JSON.parse(answer.body.toString()).data.result;
    return { times: (series[0]?.values ?? []).map(([at]) => at - base), cache: from };
  }

  /** What is written to Redis is not waited for. */
  async function settled() {
    await cache.settled();
    await redis.ping();
  }

  function steps(from: number, to: number, step = 10): number[] {
    return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
  }

  it("asks only for what is missing of a range that grows, overlaps or lies within", async () => {
    expect(await ask({ start: 1_000, end: 2_000 })).toEqual({ times: steps(1_000, 2_000), cache: "miss" });
    expect(await ask({ start: 1_000, end: 2_500 })).toEqual({ times: steps(1_000, 2_500), cache: "part" });
    expect(await ask({ start: 500, end: 2_200 })).toEqual({ times: steps(500, 2_200), cache: "part" });
    expect(await ask({ start: 700, end: 1_700 })).toEqual({ times: steps(700, 1_700), cache: "hit" });
    expect(await ask({ start: 5_000, end: 6_000 })).toEqual({ times: steps(5_000, 6_000), cache: "miss" });
    expect(await ask({ start: 400, end: 6_100 })).toEqual({ times: steps(400, 6_100), cache: "part" });
    expect(up.asked).toEqual([
      [1_000, 2_000],
      [2_010, 2_500],
      [500, 990],
      [5_000, 6_000],
      [400, 490],
      [2_510, 4_990],
      [6_010, 6_100],
    ]);
  });

  it("never keeps the newest stretch, and keeps it once it is settled", async () => {
    const end = 100_000;
    await ask({ start: end - 1_000, end });
    await ask({ start: end - 1_000, end });
    nowMs += 60_000;
    await ask({ start: end - 1_000, end });
    nowMs += 60_000;
    await ask({ start: end - 1_000, end });
    await ask({ start: end - 1_000, end });
    expect(up.asked).toEqual([
      [end - 1_000, end],
      [end - 110, end],
      [end - 110, end],
      [end - 50, end],
    ]);
  });

  it("does not believe what a clock that was ahead took for settled", async () => {
    const end = 100_000;
    nowMs += 3_600_000;
    await ask({ start: end - 1_000, end });
    nowMs -= 3_600_000;
    await ask({ start: end - 1_000, end: end + 10 });
    expect(up.asked[1]).toEqual([end - 1_000, end + 10]);
  });

  it("takes for settled only what is past by the upstream's clock, from its first answer on", async () => {
    const end = 100_000;
    up.beBehind(600_000);
    await ask({ start: end - 1_000, end });
    await ask({ start: end - 1_000, end });
    await ask({ start: end - 1_000, end: end - 300 });
    await ask({ start: end - 1_000, end: end - 300 });
    expect(up.asked).toEqual([
      [end - 1_000, end],
      [end - 710, end],
      [end - 710, end - 300],
      [end - 710, end - 300],
    ]);
    nowMs += 600_000;
    await ask({ start: end - 1_000, end });
    expect((await ask({ start: end - 1_000, end: end - 130 })).cache).toBe("hit");
  });

  it("lets a negative offset reach further into what may still change", async () => {
    const end = 100_000;
    await ask({ query: "up offset -1m", start: end - 1_000, end });
    await ask({ query: "up offset -1m", start: end - 1_000, end });
    expect(up.asked[1]).toEqual([end - 170, end]);
  });

  it("shares nothing between tenants, expressions, steps and offsets to the step", async () => {
    await ask({ start: 1_000, end: 2_000 });
    await ask({ start: 1_000, end: 2_000, scope: "b" });
    await ask({ start: 1_000, end: 2_000, query: "down" });
    await ask({ start: 1_000, end: 2_000, step: 20 });
    await ask({ start: 1_005, end: 1_995 });
    expect(up.asked).toHaveLength(5);
    expect((await ask({ start: 1_000, end: 2_000 })).cache).toBe("hit");
  });

  it("keeps what hangs on the range only for that very range, and what cannot be known not at all", async () => {
    for (const query of ["up @ end()", "topk(1, up)", 'label_replace(up, "a", "$1", "b", "(.*)")']) {
      up.asked.length = 0;
      expect((await ask({ query, start: 1_000, end: 2_000 })).cache).toBe("miss");
      expect((await ask({ query, start: 1_000, end: 2_000 })).cache).toBe("hit");
      await ask({ query, start: 1_000, end: 2_010 });
      expect(up.asked).toEqual([
        [1_000, 2_000],
        [1_000, 2_010],
      ]);
    }
    for (const query of ["up smoothed", `up @ ${base + 99_990}`, `up @ ${base + 200_000}`]) {
      up.asked.length = 0;
      for (let i = 0; i < 2; i++) await ask({ query, start: 1_000, end: 2_000 });
      expect(up.asked).toHaveLength(2);
    }
  });

  it("shares an answer about now within a slot, where that is asked for", async () => {
    const end = 100_000;
    const shareMs = 10_000;
    expect((await ask({ start: end - 500, end, shareMs })).cache).toBe("miss");
    nowMs += 9_000;
    expect((await ask({ start: end - 500, end, shareMs })).cache).toBe("hit");
    expect((await ask({ start: end - 500, end })).cache).toBe("part");
    nowMs += 1_000;
    expect((await ask({ start: end - 500, end, shareMs })).cache).toBe("part");
  });

  it("asks equal questions under way once, and waits for one that covers most of the own", async () => {
    const [one, two, more] = await Promise.all([
      ask({ start: 1_000, end: 2_000 }),
      ask({ start: 1_000, end: 2_000 }),
      ask({ start: 1_000, end: 2_010 }),
    ]);
    expect(one.times).toEqual(two.times);
    expect(more.times).toEqual(steps(1_000, 2_010));
    expect(up.asked).toEqual([
      [1_000, 2_000],
      [2_010, 2_010],
    ]);
  });

  it("keeps an error for one second, but not that there was no room", async () => {
    up.failWith(() => Promise.reject(new GatewayError("execution", "no")));
    const question = { start: 1_000, end: 2_000 };
    for (let i = 0; i < 3; i++) await expect(ask(question)).rejects.toThrow("no");
    expect(up.asked).toHaveLength(1);
    nowMs += 1_001;
    up.failWith(null);
    expect((await ask(question)).cache).toBe("miss");
    up.failWith(() => Promise.reject(new GatewayError("too_many_requests", "wait")));
    for (let i = 0; i < 2; i++) await expect(ask({ start: 3_000, end: 4_000 })).rejects.toThrow("wait");
    expect(up.asked).toHaveLength(4);
  });

  it("does not keep an answer of which a part may be missing", async () => {
    up.warnWith(["a store did not answer"]);
    await ask({ start: 1_000, end: 2_000 });
    up.warnWith(["PromQL warning: a quantile above 1"]);
    await ask({ start: 1_000, end: 2_000 });
    expect((await ask({ start: 1_000, end: 2_000 })).cache).toBe("hit");
    expect(up.asked).toHaveLength(2);
  });

  it("forgets a block some time after its oldest part was asked for", async () => {
    await ask({ start: 1_000, end: 1_500 });
    nowMs += 3_000_000;
    await ask({ start: 1_000, end: 1_600 });
    nowMs += 700_000;
    await ask({ start: 1_000, end: 1_700 });
    expect(up.asked).toEqual([
      [1_000, 1_500],
      [1_510, 1_600],
      [1_000, 1_700],
    ]);
  });
});
