import { LRUCache } from "lru-cache";
import { type CacheEntry, entryBytes } from "./cache-entry";
import type { CacheStore } from "./cache-store";

/** Holds at most so many bytes; what was used longest ago goes first. */
export class MemoryStore implements CacheStore {
  readonly #entries: LRUCache<string, CacheEntry>;

  constructor(maxBytes: number, now: () => number = Date.now) {
    this.#entries = new LRUCache({
      maxSize: Math.max(1, maxBytes),
      sizeCalculation: (entry, key) => entryBytes(entry) + key.length * 2,
      perf: { now },
      ttlResolution: 0,
    });
  }

  async get(keys: readonly string[]): Promise<(CacheEntry | undefined)[]> {
    return keys.map((key) => this.#entries.get(key));
  }

  set(key: string, entry: CacheEntry, ttlMs: number): void {
    if (ttlMs > 0) this.#entries.set(key, entry, { ttl: ttlMs });
  }

  get bytes(): number {
    return this.#entries.calculatedSize;
  }
}
