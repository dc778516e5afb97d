import { GatewayError } from "../gateway-error";

interface Line {
  tenantId: string;
  running: number;
  /** The most that may run of it. */
  most: number;
  waiting: (() => void)[];
  /** Counts up with every place given, so that lines take turns. */
  servedAt: number;
  askedAtMs: number;
  /** Since when somebody of it has been waiting without a pause; null when nobody is. */
  backlogSinceMs: number | null;
  /** When one of its queries began last, and how long the last one took. */
  begunAtMs: number;
  tookMs: number;
}

export interface Place {
  tenantId: string;
  /** The most that this tenant may have running. */
  concurrent: number;
  waitMs: number;
  signal?: AbortSignal;
}

const maxWaiting = 1_000;
/** Whoever has queries waiting for so long is a flood; the panels of a large dashboard are not. */
const floodMs = 2_000;
const floodShare = 0.05;
/** Somebody who asked within this time counts as present. */
const presentMs = 2_000;
/**
 * While others are there, a flood pauses after each query for as long as that took, and at least so long from one to the
 * next: what it runs slows the others down, and so does the console's own work on its answers.
 */
const shortestGapMs = 50;
const longestGapMs = 250;
const lookAgainMs = 20;

/**
 * Hands out the places of one upstream. A free place goes to the tenant that has the fewest running, among equals to the
 * one served longest ago: however much one tenant sends, another's next query is the next to go. No tenant alone may
 * take the last places, so that whoever comes to a busy house need not wait for somebody to leave. While others are
 * there, a flood is held to very few, and to the pauses between the others' queries, since what it has running slows
 * down the upstream for all.
 */
export class FairQueue {
  readonly #places: number;
  readonly #lines = new Map<string, Line>();
  #running = 0;
  #served = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(places: number) {
    this.#places = places;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    let waiting = 0;
    for (const line of this.#lines.values()) waiting += line.waiting.length;
    return waiting;
  }

  /** The answer gives the place back. @throws GatewayError too_many_requests when none comes free in time. */
  async enter(place: Place): Promise<() => void> {
    const line = this.#lineOf(place);
    const isFree = this.#running < this.#places && line.running < this.#mostOf(line);
    if (isFree && line.waiting.length === 0) this.#begin(line);
    else await this.#wait(line, place);
    return once(() => this.#leave(line));
  }

  #lineOf({ tenantId, concurrent }: Place): Line {
    const most = Math.max(1, Math.min(concurrent, Math.floor(this.#places * 0.75)));
    const known = this.#lines.get(tenantId);
    const fresh = {
      tenantId,
      running: 0,
      most,
      waiting: [],
      servedAt: 0,
      askedAtMs: 0,
      backlogSinceMs: null,
      begunAtMs: Number.NEGATIVE_INFINITY,
      tookMs: 0,
    };
    const line: Line = Object.assign(known ?? fresh, { most, askedAtMs: performance.now() });
    this.#lines.set(tenantId, line);
    return line;
  }

  #mostOf(line: Line): number {
    if (!isFlood(line)) return line.most;
    const now = performance.now();
    const isHere = ({ running, askedAtMs }: Line) => running > 0 || now - askedAtMs < presentMs;
    const others = [...this.#lines.values()].filter((other) => other !== line && !isFlood(other));
    if (!others.some(isHere)) return line.most;
    const gapMs = Math.min(longestGapMs, Math.max(shortestGapMs, 2 * line.tookMs));
    return now - line.begunAtMs < gapMs ? 0 : Math.max(1, Math.floor(this.#places * floodShare));
  }

  #begin(line: Line): void {
    this.#running += 1;
    this.#served += 1;
    line.running += 1;
    line.servedAt = this.#served;
    line.begunAtMs = performance.now();
  }

  #leave(line: Line): void {
    this.#running -= 1;
    line.running -= 1;
    line.tookMs = performance.now() - line.begunAtMs;
    this.#serve();
    const gone = performance.now() - presentMs;
    for (const { tenantId, running, waiting, askedAtMs } of this.#lines.values()) {
      if (running === 0 && waiting.length === 0 && askedAtMs < gone) this.#lines.delete(tenantId);
    }
  }

  #serve(): void {
    for (let next = this.#next(); next && this.#running < this.#places; next = this.#next()) {
      this.#begin(next);
      next.waiting.shift()?.();
    }
    if (this.waiting > 0) this.#serveLater();
  }

  /** For a flood that is held back: nobody need leave for its turn to come. */
  #serveLater(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#serve();
    }, lookAgainMs).unref();
  }

  #next(): Line | undefined {
    let next: Line | undefined;
    for (const line of this.#lines.values()) {
      if (line.waiting.length === 0 || line.running >= this.#mostOf(line)) continue;
      const order = next ? line.running - next.running || line.servedAt - next.servedAt : -1;
      if (order < 0) next = line;
    }
    return next;
  }

  #wait(line: Line, { waitMs, signal }: Place): Promise<void> {
    const full = tooMany(
      `This tenant has ${line.running} queries running and others waiting. Try again shortly.`,
      1,
    );
    if (signal?.aborted) return Promise.reject(cancelled());
    if (waitMs <= 0 || line.waiting.length >= maxWaiting) return Promise.reject(full);
    return new Promise((resolve, reject) => {
      const end = (error?: Error) => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
        const index = line.waiting.indexOf(onPlace);
        if (index !== -1) line.waiting.splice(index, 1);
        if (line.waiting.length === 0) line.backlogSinceMs = null;
        if (error) reject(error);
        else resolve();
      };
      const onPlace = () => end();
      const onAbort = () => end(cancelled());
      const timer = setTimeout(() => end(full), waitMs);
      signal?.addEventListener("abort", onAbort, { once: true });
      line.waiting.push(onPlace);
      line.backlogSinceMs ??= performance.now();
      this.#serveLater();
    });
  }
}

function isFlood({ backlogSinceMs }: Line): boolean {
  return backlogSinceMs !== null && performance.now() - backlogSinceMs > floodMs;
}

export function tooMany(message: string, retryAfterSeconds: number): GatewayError {
  return new GatewayError("too_many_requests", message, {
    headers: { "Retry-After": String(retryAfterSeconds) },
  });
}

export function cancelled(): GatewayError {
  return new GatewayError("canceled", "The query was cancelled.");
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}
