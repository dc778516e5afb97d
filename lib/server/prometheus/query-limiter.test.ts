import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { InFlight } from "./in-flight";
import { MemoryQueryLimiter } from "./query-limiter";

const limits = { perMinute: 5, concurrent: 2 };

describe("MemoryQueryLimiter", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("counts a minute, each tenant for itself, and begins anew", async () => {
    const limiter = new MemoryQueryLimiter();
    for (let i = 0; i < 5; i++) (await limiter.enter("a", limits, 0))();
    const refused = await limiter.enter("a", limits, 0).catch((error) => error);
    expect(refused).toMatchObject({
      errorType: "too_many_requests",
      status: 429,
      headers: { "Retry-After": "60" },
    });
    (await limiter.enter("b", limits, 0))();
    vi.advanceTimersByTime(60_000);
    await expect(limiter.enter("a", limits, 0)).resolves.toBeTypeOf("function");
  });

  it("lets wait for a place, in order, and gives up in time", async () => {
    const limiter = new MemoryQueryLimiter();
    const wide = { perMinute: 100, concurrent: 1 };
    const release = await limiter.enter("a", wide, 0);
    await expect(limiter.enter("a", wide, 0)).rejects.toMatchObject({ status: 429 });
    const order: string[] = [];
    const second = limiter.enter("a", wide, 1_000).then((leave) => {
      order.push("second");
      return leave;
    });
    const third = limiter.enter("a", wide, 5_000).then(() => order.push("third"));
    release();
    release();
    (await second)();
    await third;
    expect(order).toEqual(["second", "third"]);
    const late = limiter.enter("a", wide, 1_000).catch((error) => error);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(await late).toMatchObject({ status: 429 });
  });

  it("forgets one who leaves while waiting", async () => {
    const limiter = new MemoryQueryLimiter();
    const wide = { perMinute: 100, concurrent: 1 };
    const release = await limiter.enter("a", wide, 0);
    const leave = new AbortController();
    const waiting = limiter.enter("a", wide, 10_000, leave.signal).catch((error) => error);
    leave.abort();
    expect(await waiting).toMatchObject({ errorType: "canceled" });
    release();
    await expect(limiter.enter("a", wide, 0)).resolves.toBeTypeOf("function");
  });
});

describe("InFlight", () => {
  it("starts once for many, goes on while one waits, and stops when none does", async () => {
    const inFlight = new InFlight<string>();
    const signals: AbortSignal[] = [];
    const start = (signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<string>(() => undefined);
    };
    const [first, second] = [new AbortController(), new AbortController()];
    const one = inFlight.ask("k", first.signal, start).catch((error) => error.errorType);
    const two = inFlight.ask("k", second.signal, start).catch((error) => error.errorType);
    expect(signals).toHaveLength(1);
    first.abort();
    expect(await one).toBe("canceled");
    expect(signals[0]?.aborted).toBe(false);
    second.abort();
    expect(await two).toBe("canceled");
    expect(signals[0]?.aborted).toBe(true);
    inFlight.ask("k", undefined, start);
    expect(signals).toHaveLength(2);
  });

  it("asks again after an answer or an error", async () => {
    const inFlight = new InFlight<number>();
    let asked = 0;
    const start = async () => {
      asked += 1;
      if (asked === 1) throw new Error("once");
      return asked;
    };
    await expect(inFlight.ask("k", undefined, start)).rejects.toThrow("once");
    expect(await inFlight.ask("k", undefined, start)).toBe(2);
    expect(await inFlight.ask("k", undefined, start)).toBe(3);
  });
});
