import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createLateChange } from "./late-change";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
  const told: string[] = [];
  return { told, change: createLateChange((text) => told.push(text)) };
}

it("tells the last text once typing pauses", () => {
  const { told, change } = start();
  for (const text of ["u", "up", "up{"]) {
    change.note(text);
    vi.advanceTimersByTime(100);
  }
  expect(told).toEqual([]);
  vi.runAllTimers();
  expect(told).toEqual(["up{"]);
});

it("tells at once when it is asked to, and each text once", () => {
  const { told, change } = start();
  change.flush();
  change.note("up");
  change.flush();
  change.flush();
  vi.runAllTimers();
  expect(told).toEqual(["up"]);
});
