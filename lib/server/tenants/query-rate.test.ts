import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { countQueries, queriesThisMinute } from "./query-rate";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

it("counts the queries of each tenant in the minute under way, and tells when it is over", async () => {
  expect(await countQueries("a")).toEqual({ used: 1, resetMs: 60_000 });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await countQueries("a", 4)).toEqual({ used: 5, resetMs: 40_000 });
  expect(await countQueries("b")).toMatchObject({ used: 1 });
  expect(await queriesThisMinute("a")).toBe(5);
  await vi.advanceTimersByTimeAsync(40_001);
  expect(await queriesThisMinute("a")).toBe(0);
  expect(await countQueries("a")).toMatchObject({ used: 1 });
});

it("never tells of more than a minute, though the clock is set back", async () => {
  await countQueries("c");
  vi.setSystemTime(Date.now() - 3_600_000);
  expect((await countQueries("c")).resetMs).toBe(60_000);
});
