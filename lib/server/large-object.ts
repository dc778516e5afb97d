const known = new WeakMap<object, readonly string[]>();

/**
 * An object made key by key that remembers its keys: asking a plain one of 100,000 keys for them takes longer than a turn
 * of the event loop may.
 */
export class LargeObject {
  readonly object: Record<string, unknown> = {};
  readonly #keys: string[] = [];

  constructor() {
    known.set(this.object, this.#keys);
  }

  /** As JSON.parse does: the last value of a repeated key stands, and `__proto__` is a key like any other. */
  set(key: string, value: unknown): void {
    if (!Object.hasOwn(this.object, key)) this.#keys.push(key);
    if (key !== "__proto__") this.object[key] = value;
    else
      Object.defineProperty(this.object, key, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
}

/** The keys of any object, in the order in which they came. */
export function keysOf(object: object): readonly string[] {
  return known.get(object) ?? Object.keys(object);
}
