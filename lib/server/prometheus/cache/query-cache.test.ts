import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestRedis, type TestRedis } from "@/lib/server/testing/redis";
import { GatewayError } from "../gateway-error";
import type { CacheStore } from "./cache-store";
import { LayeredStore } from "./layered-store";
import type { Matrix } from "./matrix";
import { MemoryStore } from "./memory-store";
import { planReuse } from "./plan-reuse";
import { type CachedQuestion, type FreshAnswer, QueryCache } from "./query-cache";
import { readMatrix } from "./read-matrix";
import { RedisStore } from "./redis-store";
import { renderMatrix } from "./render-matrix";

const freshMs = 120_000;
const base = 1_700_000_000;
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

interface Ask {
  query?: string;
  start: number;
  end: number;
  step?: number;
  scope?: string;
  shareMs?: number;
  signal?: AbortSignal;
}

/** Stands for an upstream whose value at a time is that time; writes down what it is asked. */
function standIn() {
  const asked: [from: number, to: number][] = [];
  const points = { count: 0 };
  let fail: (() => Promise<never>) | null = null;
  let warnings: string[] = [];
  const answer = async (from: number, to: number, step: number): Promise<Matrix> => {
    asked.push([from - base, to - base]);
    if (fail) return fail();
    const values: [number, string][] = [];
    for (let at = from; at <= to; at += step) values.push([at, String(at)]);
    points.count += values.length;
    const matrix = await readMatrix({ result: [{ metric: { a: "1" }, values }] }, { warnings, infos: [] });
    if (!matrix) throw new Error("unreadable");
    return matrix;
  };
  const render = (matrix: Matrix): FreshAnswer => ({
    answer: {
      kind: "answer",
      body: renderMatrix(matrix),
      warnings: matrix.warnings,
      infos: [],
      ...(matrix.warnings.length > 0 ? { isPartial: true } : {}),
    },
  });
  const question = ({
    query = "up",
    start,
    end,
    step = 10,
    scope = "a",
    shareMs = 0,
    signal,
  }: Ask): CachedQuestion => {
    const form: [string, string][] = [
      ["query", query],
      ["start", String(base + start)],
      ["end", String(base + end)],
      ["step", String(step)],
    ];
    return {
      scope: [scope],
      expr: query,
      form,
      plan: planReuse({ endpoint: "query_range", form, nowMs, freshMs, shareMs }),
      signal,
      askWhole: async () => render(await answer(base + start, base + end, step)),
      askPart: ({ fromMs, toMs }) => answer(fromMs / 1_000, toMs / 1_000, step),
      render,
    };
  };
  return {
    asked,
    points,
    question,
    failWith: (make: (() => Promise<never>) | null) => {
      fail = make;
    },
    warnWith: (texts: string[]) => {
      warnings = texts;
    },
  };
}

describe.each(stores)("the query cache in %s", (_, createStore) => {
  let cache: QueryCache;
  let up: ReturnType<typeof standIn>;

  beforeEach(async () => {
    await redis.flushall();
    nowMs = (base + 100_000) * 1_000;
    cache = new QueryCache({ store: createStore(), now });
    up = standIn();
  });

  async function ask(one: Ask): Promise<{ times: number[]; cache: string }> {
    const { answer, cache: from } = await cache.ask(up.question(one));
    await settled();
    const series: { values: [number, string][] }[] = JSON.parse(answer.body.toString()).data.result;
    return { times: (series[0]?.values ?? []).map(([at]) => at - base), cache: from };
  }

  /** What is written to Redis is not waited for. */
  async function settled() {
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

describe("replicas over one Redis", () => {
  it("ask once what any of them has asked, and go on without Redis", async () => {
    await redis.flushall();
    nowMs = (base + 100_000) * 1_000;
    const up = standIn();
    const replicas = [0, 1, 2].map(() => new QueryCache({ store: layered(), now }));
    for (let end = 2_000; end <= 2_100; end += 10) {
      for (const replica of replicas) {
        const { answer } = await replica.ask(up.question({ start: 1_000, end }));
        expect(JSON.parse(answer.body.toString()).data.result[0].values).toHaveLength((end - 1_000) / 10 + 1);
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
});

describe("MemoryStore", () => {
  it("never holds more than its bytes", async () => {
    const store = new MemoryStore(1_000_000, now);
    for (let i = 0; i < 500; i++) {
      store.set(
        `k${i}`,
        { kind: "answer", body: Buffer.alloc((i * 7_919) % 20_000), warnings: [], infos: [] },
        60_000,
      );
      expect(store.bytes).toBeLessThanOrEqual(1_000_000);
    }
    expect((await store.get(["k0", "k499"])).map(Boolean)).toEqual([false, true]);
    const off = new MemoryStore(0, now);
    off.set("k", { kind: "answer", body: Buffer.alloc(0), warnings: [], infos: [] }, 60_000);
    expect(await off.get(["k"])).toEqual([undefined]);
  });
});
