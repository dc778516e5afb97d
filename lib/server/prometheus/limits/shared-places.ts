import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { log } from "@/lib/server/log";

/** By the clock of Redis, which is one for all; what a replica took and died with runs out. */
const takeScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[1]) then return 0 end
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`;
const quietMs = 60_000;

/** How many queries of a tenant run in all replicas together. While Redis is away each replica counts for itself. */
export class SharedPlaces {
  readonly #redis: Pick<Redis, "eval" | "zrem">;
  #saidAt = Number.NEGATIVE_INFINITY;

  constructor(redis: Pick<Redis, "eval" | "zrem">) {
    this.#redis = redis;
  }

  /** The answer gives the place back; null when the tenant has as many running as it may. */
  async take(tenantId: string, most: number, leaseMs: number): Promise<(() => void) | null> {
    const key = `panelsmith:places:${tenantId}`;
    const lease = randomUUID();
    try {
      const taken = await this.#redis.eval(takeScript, 1, key, most, Math.ceil(leaseMs), lease);
      if (taken !== 1) return null;
    } catch (error) {
      this.#say(error);
      return () => undefined;
    }
    return () => void this.#redis.zrem(key, lease).catch((error: unknown) => this.#say(error));
  }

  #say(error: unknown): void {
    if (performance.now() - this.#saidAt < quietMs) return;
    this.#saidAt = performance.now();
    log.warn({ err: error }, "Redis does not answer; this replica counts the queries under way for itself");
  }
}
