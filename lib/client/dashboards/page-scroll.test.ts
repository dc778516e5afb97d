import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { PageScroll } from "./page-scroll";

let frames: FrameRequestCallback[] = [];
const page = { scrollY: 0, addEventListener: vi.fn(), removeEventListener: vi.fn() };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  frames = [];
  page.scrollY = 0;
  page.addEventListener.mockReset();
  vi.stubGlobal("window", page);
  vi.stubGlobal("requestAnimationFrame", (run: FrameRequestCallback) => frames.push(run));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function start() {
  const scroll = new PageScroll();
  scroll.watch();
  const by = (px: number, afterMs = 16) => {
    vi.advanceTimersByTime(afterMs);
    page.scrollY += px;
    page.addEventListener.mock.calls[0]?.[1]();
  };
  return { scroll, by };
}

it("tells resting from moving, and moving from rushing by", () => {
  const { scroll, by } = start();
  expect([scroll.isMoving(), scroll.isFast()]).toEqual([false, false]);
  by(5_000);
  expect([scroll.isMoving(), scroll.isFast()]).toEqual([true, false]);
  by(60);
  expect(scroll.isFast()).toBe(true);
  by(10);
  expect([scroll.isMoving(), scroll.isFast()]).toEqual([true, false]);
  vi.advanceTimersByTime(1_000);
  expect(scroll.isMoving()).toBe(false);
});

it("does at once what may be done, and else when it is calm again", () => {
  const { scroll, by } = start();
  const run = vi.fn();
  scroll.whenCalm(run);
  expect(run).toHaveBeenCalledTimes(1);
  by(1);
  by(80);
  scroll.whenCalm(run);
  frames.shift()?.(0);
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(500);
  frames.shift()?.(0);
  expect(run).toHaveBeenCalledTimes(2);
});
