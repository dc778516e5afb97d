import type { Redis } from "ioredis";
import { log } from "@/lib/server/log";
import type { CacheEntry } from "./cache-entry";
import type { CacheStore } from "./cache-store";
import { decodeEntry, encodeEntry } from "./entry-codec";

const quietMs = 60_000;

/** Shared by all replicas. While Redis is away every question is a miss. */
export class RedisStore implements CacheStore {
  readonly #redis: Redis;
  #saidAt = Number.NEGATIVE_INFINITY;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  async get(keys: readonly string[]): Promise<(CacheEntry | undefined)[]> {
    if (keys.length === 0) return [];
    try {
      const found = await this.#redis.mgetBuffer(...keys.map(named));
      return found.map((value) => (value ? decodeEntry(value) : undefined));
    } catch (error) {
      this.#say(error);
      return keys.map(() => undefined);
    }
  }

  set(key: string, entry: CacheEntry, ttlMs: number): void {
    if (ttlMs < 1) return;
    const written = this.#redis.set(named(key), encodeEntry(entry), "PX", Math.floor(ttlMs));
    written.catch((error: unknown) => this.#say(error));
  }

  #say(error: unknown): void {
    if (performance.now() - this.#saidAt < quietMs) return;
    this.#saidAt = performance.now();
    log.warn({ err: error }, "Redis does not answer; the query cache works without it");
  }
}

function named(key: string): string {
  return `panelsmith:query:1:${key}`;
}
