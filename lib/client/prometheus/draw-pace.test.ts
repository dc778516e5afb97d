import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DrawPace } from "./draw-pace";

let scroll: () => void = () => undefined;
let frames: FrameRequestCallback[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout"] });
  frames = [];
  vi.stubGlobal("window", {
    addEventListener: (_: string, listener: () => void) => {
      scroll = listener;
    },
    removeEventListener: vi.fn(),
  });
  vi.stubGlobal("requestAnimationFrame", (run: FrameRequestCallback) => frames.push(run));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function start() {
  const pace = new DrawPace();
  const leave = pace.watch();
  const shown: number[] = [];
  const answer = (...panels: number[]) => {
    for (const panel of panels) pace.run(() => shown.push(panel));
  };
  return { answer, shown, leave };
}

const nextFrame = () => frames.shift()?.(performance.now());

it("shows a burst in the order in which it came, the first of it soon", () => {
  const { answer, shown } = start();
  answer(1, 2, 3, 4, 5, 6, 7, 8, 9);
  expect(shown).toEqual([]);
  vi.advanceTimersToNextTimer();
  expect(shown).toEqual([1, 2]);
  vi.advanceTimersToNextTimer();
  expect(shown).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  vi.runAllTimers();
  expect(shown).toHaveLength(9);
  answer(10);
  vi.runAllTimers();
  expect(shown).toHaveLength(10);
});

it("shows one with each frame while the page is scrolled, and goes on when it rests", () => {
  const { answer, shown } = start();
  scroll();
  answer(1, 2, 3, 4);
  vi.runAllTimers();
  expect(shown).toEqual([]);
  nextFrame();
  expect(shown).toEqual([1]);
  vi.advanceTimersByTime(1_000);
  nextFrame();
  vi.runAllTimers();
  expect(shown).toEqual([1, 2, 3, 4]);
  expect(frames).toEqual([]);
});

it("shows nothing more once the page is left", () => {
  const { answer, shown, leave } = start();
  answer(1);
  leave();
  vi.runAllTimers();
  expect(shown).toEqual([]);
});
