import { GatewayError } from "./gateway-error";

export interface QueryLimits {
  perMinute: number;
  concurrent: number;
}

export interface QueryLimiter {
  /**
   * Takes a place for one query of the tenant; the answer gives it back. Waits for a place at most `waitMs`.
   * @throws GatewayError too_many_requests with Retry-After.
   */
  enter(tenantId: string, limits: QueryLimits, waitMs: number, signal?: AbortSignal): Promise<() => void>;
}

interface Usage {
  windowStartMs: number;
  count: number;
  running: number;
  queue: (() => void)[];
}

const maxQueue = 1_000;

/** Counts in this process alone: several replicas each grant the whole limit. */
export class MemoryQueryLimiter implements QueryLimiter {
  readonly #usage = new Map<string, Usage>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  async enter(
    tenantId: string,
    limits: QueryLimits,
    waitMs: number,
    signal?: AbortSignal,
  ): Promise<() => void> {
    const usage = this.#usageOf(tenantId);
    const now = this.#now();
    if (now - usage.windowStartMs >= 60_000) Object.assign(usage, { windowStartMs: now, count: 0 });
    if (usage.count >= limits.perMinute) {
      const seconds = Math.max(1, Math.ceil((usage.windowStartMs + 60_000 - now) / 1_000));
      throw tooMany(
        `This tenant has used its ${limits.perMinute} queries a minute. Try again in ${seconds} s.`,
        seconds,
      );
    }
    if (usage.running >= limits.concurrent) await waitForPlace(usage, limits, waitMs, signal);
    else usage.running += 1;
    usage.count += 1;
    return once(() => {
      // A place that somebody waits for changes hands, so that nobody else can slip in between.
      const next = usage.queue.shift();
      if (next) next();
      else usage.running -= 1;
    });
  }

  #usageOf(tenantId: string): Usage {
    const known = this.#usage.get(tenantId);
    if (known) return known;
    const made: Usage = { windowStartMs: this.#now(), count: 0, running: 0, queue: [] };
    this.#usage.set(tenantId, made);
    return made;
  }
}

function waitForPlace(
  usage: Usage,
  limits: QueryLimits,
  waitMs: number,
  signal?: AbortSignal,
): Promise<void> {
  const full = tooMany(
    `This tenant has ${limits.concurrent} queries running, the most at a time. Try again shortly.`,
    1,
  );
  if (waitMs <= 0 || usage.queue.length >= maxQueue) return Promise.reject(full);
  return new Promise((resolve, reject) => {
    const leave = (error?: Error) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      const index = usage.queue.indexOf(onPlace);
      if (index !== -1) usage.queue.splice(index, 1);
      if (error) reject(error);
      else resolve();
    };
    const onPlace = () => leave();
    const onAbort = () => leave(new GatewayError("canceled", "The query was cancelled."));
    const timer = setTimeout(() => leave(full), waitMs);
    signal?.addEventListener("abort", onAbort, { once: true });
    usage.queue.push(onPlace);
  });
}

function tooMany(message: string, retryAfterSeconds: number): GatewayError {
  return new GatewayError("too_many_requests", message, {
    headers: { "Retry-After": String(retryAfterSeconds) },
  });
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}
