import { LRUCache } from "lru-cache";

const overhead = 500;

/**
 * What thinking about a text comes to, and comes to each time: pages ask the same again with every refresh. Each tenant's
 * is its own, since how fast an answer comes must not tell what others have asked. Failures are not remembered.
 */
export class TenantMemo<Result extends object> {
  readonly #kept: LRUCache<string, Readonly<Result>>;

  /** @param maxLetters of all texts together: they come from anybody. */
  constructor(maxLetters: number) {
    this.#kept = new LRUCache({
      maxSize: maxLetters,
      sizeCalculation: (_, key) => 2 * key.length + overhead,
    });
  }

  ask(tenantId: string, question: unknown, think: () => Result): Readonly<Result> {
    const key = JSON.stringify([tenantId, question]);
    const known = this.#kept.get(key);
    if (known) return known;
    const result = Object.freeze(think());
    this.#kept.set(key, result);
    return result;
  }
}
