import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { forgetAnswers } from "@/lib/server/testing/forget-answers";
import { getQueryCache } from "./get-query-cache";

beforeEach(() => {
  forgetAnswers();
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
  forgetAnswers();
});

it("keeps what it knows while time passes, the clock is corrected or set forward", () => {
  const cache = getQueryCache();
  vi.advanceTimersByTime(3_600_000);
  expect(getQueryCache()).toBe(cache);
  vi.setSystemTime(Date.now() - 1_000);
  expect(getQueryCache()).toBe(cache);
  vi.setSystemTime(Date.now() + 3_600_000);
  expect(getQueryCache()).toBe(cache);
});

it("forgets all of it when the clock is set back", () => {
  const cache = getQueryCache();
  vi.advanceTimersByTime(60_000);
  vi.setSystemTime(Date.now() - 60_000);
  const next = getQueryCache();
  expect(next).not.toBe(cache);
  vi.advanceTimersByTime(60_000);
  expect(getQueryCache()).toBe(next);
});
