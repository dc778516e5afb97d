import type { CacheEntry } from "./cache-entry";
import type { CacheStore } from "./cache-store";

interface Layers {
  near: CacheStore;
  far: CacheStore;
  /** How long what came from afar may be kept near without asking again. */
  nearTtlMs: number;
}

/** The own memory first, then what the replicas share; what is written goes to both. */
export class LayeredStore implements CacheStore {
  readonly #layers: Layers;

  constructor(layers: Layers) {
    this.#layers = layers;
  }

  async get(
    keys: readonly string[],
    isEnough: (entry: CacheEntry, index: number) => boolean = () => true,
  ): Promise<(CacheEntry | undefined)[]> {
    const { near, far, nearTtlMs } = this.#layers;
    const found = await near.get(keys);
    const wanted = keys.flatMap((key, index) => {
      const entry = found[index];
      return entry && isEnough(entry, index) ? [] : [{ key, index }];
    });
    if (wanted.length === 0) return found;
    const fetched = await far.get(wanted.map(({ key }) => key));
    wanted.forEach(({ key, index }, at) => {
      const entry = fetched[at];
      if (!entry) return;
      near.set(key, entry, nearTtlMs);
      found[index] = entry;
    });
    return found;
  }

  set(key: string, entry: CacheEntry, ttlMs: number): void {
    this.#layers.near.set(key, entry, ttlMs);
    this.#layers.far.set(key, entry, ttlMs);
  }
}
