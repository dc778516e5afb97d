import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FairQueue } from "./fair-queue";

const at = (tenantId: string, more: { concurrent?: number; waitMs?: number; signal?: AbortSignal } = {}) => ({
  tenantId,
  concurrent: 100,
  waitMs: 0,
  ...more,
});

describe("FairQueue", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("holds a tenant to its own most, and lets the next in when one leaves", async () => {
    const queue = new FairQueue(8);
    const leave = await queue.enter(at("a", { concurrent: 1 }));
    await expect(queue.enter(at("a", { concurrent: 1 }))).rejects.toMatchObject({
      status: 429,
      headers: { "Retry-After": "1" },
    });
    const order: string[] = [];
    const second = queue.enter(at("a", { concurrent: 1, waitMs: 1_000 })).then((give) => {
      order.push("second");
      return give;
    });
    const third = queue.enter(at("a", { concurrent: 1, waitMs: 5_000 })).then(() => order.push("third"));
    leave();
    leave();
    (await second)();
    await third;
    expect(order).toEqual(["second", "third"]);
  });

  it("keeps places free for those who come to a busy house", async () => {
    const queue = new FairQueue(4);
    for (let i = 0; i < 3; i++) await queue.enter(at("flood"));
    await expect(queue.enter(at("flood"))).rejects.toMatchObject({ status: 429 });
    await expect(queue.enter(at("other"))).resolves.toBeTypeOf("function");
    expect([queue.running, queue.waiting]).toEqual([4, 0]);
  });

  it("gives the next place to whoever has the fewest, however many wait before", async () => {
    const queue = new FairQueue(2);
    const leave = await queue.enter(at("flood"));
    const other = await queue.enter(at("other"));
    const order: string[] = [];
    const wait = (tenantId: string) =>
      queue.enter(at(tenantId, { waitMs: 60_000 })).then((give) => {
        order.push(tenantId);
        return give;
      });
    const waiting = [wait("flood"), wait("flood"), wait("flood"), wait("third"), wait("other")];
    await vi.advanceTimersByTimeAsync(1);
    leave();
    await vi.advanceTimersByTimeAsync(1);
    other();
    await vi.advanceTimersByTimeAsync(1);
    expect(order).toEqual(["third", "flood"]);
    (await waiting[3])?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(order).toEqual(["third", "flood", "other"]);
  });

  it("holds a flood to one place while others ask, and lets it go on when they are gone", async () => {
    const queue = new FairQueue(20);
    const running = new Set<() => void>();
    const flood = () =>
      queue.enter(at("flood", { waitMs: 600_000 })).then((give) => {
        running.add(give);
      });
    for (let i = 0; i < 60; i++) void flood();
    await vi.advanceTimersByTimeAsync(2_500);
    expect([running.size, queue.waiting]).toEqual([15, 45]);
    const leave = await queue.enter(at("calm"));
    const pass = async () => {
      for (const give of running) {
        running.delete(give);
        give();
      }
      await vi.advanceTimersByTimeAsync(1);
    };
    await pass();
    await pass();
    expect(running.size).toBe(0);
    await vi.advanceTimersByTimeAsync(300);
    expect(running.size).toBe(1);
    leave();
    await pass();
    await vi.advanceTimersByTimeAsync(300);
    expect(running.size).toBe(1);
    await vi.advanceTimersByTimeAsync(2_500);
    await pass();
    expect(running.size).toBe(15);
  });

  it("leaves others pauses without a flood, however fast its queries are", async () => {
    const queue = new FairQueue(20);
    let begun = 0;
    const flood = async () => {
      for (;;) {
        const give = await queue.enter(at("flood", { waitMs: 600_000 }));
        begun += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
        give();
      }
    };
    for (let i = 0; i < 60; i++) void flood();
    await vi.advanceTimersByTimeAsync(2_500);
    const alone = begun;
    for (let turn = 0; turn < 50; turn++) {
      (await queue.enter(at("calm")))();
      await vi.advanceTimersByTimeAsync(40);
    }
    expect(alone).toBeGreaterThan(1_500);
    // In two seconds, and once more for those that were running.
    expect(begun - alone).toBeLessThanOrEqual(2_000 / 50 + 16);
    expect(begun - alone).toBeGreaterThan(20);
  });

  it("holds no flood back for another one", async () => {
    const queue = new FairQueue(20);
    const count = { one: 0, other: 0 };
    for (const tenantId of ["one", "other"] as const) {
      for (let i = 0; i < 60; i++) {
        void queue.enter(at(tenantId, { waitMs: 600_000 })).then((give) => {
          count[tenantId] += 1;
          setTimeout(give, 1_000);
        });
      }
    }
    await vi.advanceTimersByTimeAsync(4_500);
    expect(queue.running).toBe(20);
    expect(Math.abs(count.one - count.other)).toBeLessThanOrEqual(15);
  });

  it("gives up in time, and forgets one who leaves while waiting", async () => {
    const queue = new FairQueue(1);
    const leave = await queue.enter(at("a"));
    const late = queue.enter(at("a", { waitMs: 1_000 })).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(await late).toMatchObject({ status: 429 });
    const gone = new AbortController();
    const waiting = queue
      .enter(at("a", { waitMs: 10_000, signal: gone.signal }))
      .catch((error: unknown) => error);
    gone.abort();
    expect(await waiting).toMatchObject({ errorType: "canceled" });
    leave();
    expect([queue.running, queue.waiting]).toEqual([0, 0]);
    await expect(queue.enter(at("b"))).resolves.toBeTypeOf("function");
  });
});
