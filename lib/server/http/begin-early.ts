import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";

interface Known {
  access: object;
  text: string;
}

interface Beginning<Access> {
  /** What the asker has shown, where they want to enter, and what is looked up. */
  credentials: readonly unknown[];
  look(): Promise<Access>;
  work(access: Access): Promise<Response>;
}

const known = new LRUCache<string, Known>({ max: 1_000, ttl: 10_000 });

/**
 * For work that only reads: who was let in a moment ago most likely is again, so it begins with what was known then,
 * while that is looked up anew. Nothing of it is shown unless the very same came out; else it is done over.
 */
export async function beginEarly<Access extends object>(beginning: Beginning<Access>): Promise<Response> {
  const { credentials, look, work } = beginning;
  const key = createHash("sha256").update(JSON.stringify(credentials)).digest("base64url");
  const before = known.get(key);
  // What is known under a key was looked up for the same credentials by the same route.
  const early = before && settled(work(before.access as Access));
  const access = await look().catch((error: unknown) => {
    known.delete(key);
    throw error;
  });
  const now = { access, text: JSON.stringify(access) };
  known.set(key, now);
  return early && before.text === now.text ? (await early)() : work(access);
}

/** So that a failure of what nobody waits for is no unhandled one. */
function settled<T>(promise: Promise<T>): Promise<() => T> {
  return promise.then(
    (value) => () => value,
    (error: unknown) => () => {
      throw error;
    },
  );
}
