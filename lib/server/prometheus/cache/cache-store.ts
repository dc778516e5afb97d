import type { CacheEntry } from "./cache-entry";

/** Where answers are kept. A store may forget, and never fails: what it cannot give is asked for again. */
export interface CacheStore {
  /**
   * In the order of the keys; undefined for what is not there. An entry that is not enough is still given where no
   * better one can be had.
   */
  get(
    keys: readonly string[],
    isEnough?: (entry: CacheEntry, index: number) => boolean,
  ): Promise<(CacheEntry | undefined)[]>;
  set(key: string, entry: CacheEntry, ttlMs: number): void;
}
