import fc from "fast-check";
import { Redis } from "ioredis";
import { request } from "undici";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { compareMatrices, compareValueSets } from "@/lib/server/testing/compare-answers";
import { type GrowingSeries, startGrowingSeries } from "@/lib/server/testing/growing-series";
import { randomRangeQuery } from "@/lib/server/testing/random-range-query";
import { startTestRedis, type TestRedis } from "@/lib/server/testing/redis";
import { enforceMatchers } from "@/lib/shared/promql/enforce";
import type { PrometheusDatasource } from "../datasource";
import { askGateway } from "../gateway";
import { GatewayError } from "../gateway-error";
import { toParams } from "../read-params";
import { LayeredStore } from "./layered-store";
import { MemoryStore } from "./memory-store";
import { QueryCache } from "./query-cache";
import { RedisStore } from "./redis-store";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

/** Thousands with CACHE_CASES=3000. */
const cases = Number(process.env.CACHE_CASES ?? 30);
const matchers = { tenant: "a" };

let series: GrowingSeries;
let server: TestRedis;
/** One is taken in turn for each question. */
let replicas: { cache: QueryCache }[] = [];
let nowMs = Math.floor(Date.now() / 60_000) * 60_000 - 86_400_000;
const seen = { asked: 0, points: 0, hit: 0, part: 0, miss: 0, errors: 0, ties: 0 };

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: nowMs });
  [series, server] = await Promise.all([startGrowingSeries(nowMs), startTestRedis()]);
});
afterAll(async () => {
  vi.useRealTimers();
  await Promise.all([series.prometheus.stop(), server.stop()]);
  if (cases > 100) console.log(JSON.stringify(seen));
});

function datasource(): PrometheusDatasource {
  return {
    id: "exact",
    tenantId: "a",
    uid: "prometheus",
    name: "prometheus",
    url: series.prometheus.url,
    matchers,
    headers: {},
    enforceConflict: "empty",
    revision: 1,
    queriesPerMinute: 1e9,
    quotas: { queryRangeDays: 100_000 },
  };
}

interface Range {
  start: number;
  end: number;
  step: number;
  /** Further parameters. */
  more: Record<string, string>;
  /** Times as RFC 3339 instead of seconds. */
  isWritten: boolean;
}

function formOf({ start, end, step, more, isWritten }: Range): Record<string, string> {
  const time = (seconds: number) =>
    isWritten ? new Date(Math.round(seconds * 1_000)).toISOString() : String(seconds);
  return { start: time(start), end: time(end), step: String(step), ...more };
}

async function direct(query: string, range: Range): Promise<{ error?: string; data?: unknown }> {
  const { limit, ...form } = formOf(range);
  const body = new URLSearchParams({ query: enforceMatchers(query, matchers).expr, ...form }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const response = await request(`${series.prometheus.url}/api/v1/query_range`, {
    method: "POST",
    body,
    headers,
  });
  const answer: unknown = await response.body.json();
  const { errorType, data } = answer as { errorType?: string; data?: { result: unknown[] } };
  // This server is too old to know the limit.
  if (limit && data) data.result = data.result.slice(0, Number(limit));
  return errorType ? { error: errorType } : { data };
}

async function throughGateway(query: string, range: Range): Promise<{ error?: string; data?: unknown }> {
  const params = toParams({ query, ...formOf(range) });
  Reflect.set(globalThis, "panelsmithQueryCache", replicas[seen.asked % replicas.length]);
  try {
    const answer = await askGateway({ datasource: datasource(), endpoint: "query_range", params });
    seen[answer.cache] += 1;
    return { data: answer.data };
  } catch (error) {
    if (error instanceof GatewayError) return { error: error.errorType };
    throw error;
  }
}

async function compare(query: string, range: Range): Promise<void> {
  const got = await throughGateway(query, range);
  const expected = await direct(query, range);
  seen.asked += 1;
  if (expected.error) seen.errors += 1;
  else seen.points += JSON.stringify(expected.data).split("],[").length;
  const differences = compareMatrices(got.data, expected.data).slice(0, 5);
  const differs = differences.length > 0 || got.error !== expected.error;
  if (differs && !got.error && !expected.error && /topk|bottomk/.test(query)) {
    // Among equals these choose by the order of storage, which is another once Prometheus has compacted its head.
    if (compareValueSets(got.data, expected.data).length > 0) seen.ties += 1;
    return;
  }
  const asked = { query, range, nowMs };
  expect({ ...asked, error: got.error, differences }).toEqual({
    ...asked,
    error: expected.error,
    differences: [],
  });
}

async function goOn(seconds: number): Promise<void> {
  nowMs += seconds * 1_000;
  vi.setSystemTime(nowMs);
  await series.advanceTo(nowMs);
}

const range = fc.record({
  step: fc.constantFrom(1, 5, 7, 15, 30, 60, 13.5, 0.5, 300, 0.001, 0.017, 86_400),
  points: fc.integer({ min: 0, max: 400 }),
  /** Where the range ends, seconds from now. */
  ends: fc.constantFrom(0, 0, 0, -20, -130, -600, -3_000, 60),
  isAligned: fc.boolean(),
  isWritten: fc.boolean(),
  more: fc.constantFrom<Record<string, string>>(
    {},
    {},
    {},
    {},
    { limit: "2" },
    { lookback_delta: "37" },
    { stats: "all" },
    { timeout: "30s" },
  ),
});
const asks = fc.array(
  fc.record({
    wait: fc.constantFrom(0, 1, 10, 15, 40, 130),
    /** Steps by which both ends move, and points by which the range grows. */
    moves: fc.integer({ min: -3, max: 20 }),
    grows: fc.integer({ min: -50, max: 50 }),
  }),
  { minLength: 1, maxLength: 4 },
);

async function property(runs: number): Promise<void> {
  const moves = fc.asyncProperty(randomRangeQuery, range, asks, async (text, first, more) => {
    await goOn(15);
    const seconds = Math.floor(nowMs / 1_000);
    const query = text.replaceAll("PAST", String(seconds - 1_800)).replaceAll("NOW", String(seconds));
    const { step, more: parameters, isWritten } = first;
    const ask = (start: number, end: number) =>
      compare(query, { start, end, step, more: parameters, isWritten });
    const ends = nowMs / 1_000 + first.ends;
    let end = first.isAligned ? Math.floor(ends / step) * step : ends;
    let points = first.points;
    await ask(end - points * step, end);
    for (const { wait, moves, grows } of more) {
      await goOn(wait);
      end += moves * step;
      points = Math.max(0, points + grows);
      await ask(end - points * step, end);
    }
  });
  await fc.assert(moves, { numRuns: runs, endOnFailure: true });
  expect(seen.part).toBeGreaterThan(0);
  expect(seen.ties).toBeLessThanOrEqual(Math.max(2, seen.asked / 200));
}

const now = () => Date.now();

describe("through the cache comes what Prometheus gives, whatever is asked and however the range moves", () => {
  const timeout = 60_000 + cases * 2_000;

  it(
    "with one process",
    async () => {
      replicas = [{ cache: new QueryCache({ store: new MemoryStore(100_000_000, now), now }) }];
      await property(cases);
    },
    timeout,
  );

  it(
    "with three over one Redis",
    async () => {
      const redis = new Redis(server.url);
      replicas = [0, 1, 2].map(() => {
        const near = new MemoryStore(100_000_000, now);
        const store = new LayeredStore({ near, far: new RedisStore(redis), nearTtlMs: 60_000 });
        return { cache: new QueryCache({ store, now }) };
      });
      await property(Math.ceil(cases / 2));
      expect(await redis.dbsize()).toBeGreaterThan(0);
      redis.disconnect();
    },
    timeout,
  );
});
