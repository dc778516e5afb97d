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

const mostOwed = 1_000;

interface Owed {
  key: string;
  untilMs: number;
}

/** How many queries of a tenant run in all replicas together. While Redis is away each replica counts for itself. */
export class SharedPlaces {
  readonly #redis: Pick<Redis, "eval" | "zrem">;
  /**
   * By lease, what Redis did not say that it did: one that stood still does it when it goes on, and a place that nobody
   * holds would stay taken.
   */
  readonly #owed = new Map<string, Owed>();
  #saidAt = Number.NEGATIVE_INFINITY;

  constructor(redis: Pick<Redis, "eval" | "zrem">) {
    this.#redis = redis;
  }

  /** The answer gives the place back; null when the tenant has as many running as it may. */
  async take(tenantId: string, most: number, leaseMs: number): Promise<(() => void) | null> {
    const key = `panelsmith:places:${tenantId}`;
    const lease = randomUUID();
    const owed = { key, untilMs: performance.now() + leaseMs };
    try {
      const taken = await this.#redis.eval(takeScript, 1, key, most, Math.ceil(leaseMs), lease);
      if (this.#owed.size > 0) void this.#giveBackOwed();
      if (taken !== 1) return null;
    } catch (error) {
      this.#say(error);
      if (!wasNeverSent(error)) this.#owe(lease, owed);
      return () => undefined;
    }
    return () =>
      void this.#redis.zrem(key, lease).catch((error: unknown) => {
        this.#say(error);
        this.#owe(lease, owed);
      });
  }

  #owe(lease: string, owed: Owed): void {
    if (this.#owed.size < mostOwed) this.#owed.set(lease, owed);
  }

  /** Again with each place taken, until Redis says that it was there, or its time is over. */
  async #giveBackOwed(): Promise<void> {
    for (const [lease, { key, untilMs }] of [...this.#owed]) {
      const removed = await this.#redis.zrem(key, lease).catch(() => 0);
      if (removed > 0 || performance.now() > untilMs) this.#owed.delete(lease);
    }
  }

  #say(error: unknown): void {
    if (performance.now() - this.#saidAt < quietMs) return;
    this.#saidAt = performance.now();
    log.warn({ err: error }, "Redis does not answer; this replica counts the queries under way for itself");
  }
}

function wasNeverSent(error: unknown): boolean {
  return error instanceof Error && error.message.includes("isn't writeable");
}
