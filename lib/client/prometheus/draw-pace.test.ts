import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DrawPace } from "./draw-pace";

let frames: FrameRequestCallback[] = [];
const scroll = { moving: false, fast: false, isMoving: () => scroll.moving, isFast: () => scroll.fast };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  frames = [];
  Object.assign(scroll, { moving: false, fast: false });
  vi.stubGlobal("requestAnimationFrame", (run: FrameRequestCallback) => frames.push(run));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function start() {
  const pace = new DrawPace(scroll);
  const shown: number[] = [];
  const answer = (...panels: number[]) => {
    for (const panel of panels) pace.run(() => shown.push(panel));
  };
  return { answer, shown, pace };
}

const nextFrame = () => frames.shift()?.(0);

it("shows a burst in the order in which it came, the first of it soon", () => {
  const { answer, shown } = start();
  const burst = Array.from({ length: 20 }, (_, index) => index);
  answer(...burst);
  expect(shown).toEqual([]);
  vi.advanceTimersToNextTimer();
  expect(shown).toEqual([0]);
  vi.advanceTimersToNextTimer();
  expect(shown).toEqual(burst.slice(0, 13));
  vi.runAllTimers();
  expect(shown).toEqual(burst);
  answer(20);
  vi.runAllTimers();
  expect(shown).toHaveLength(21);
});

it("shows few with each frame while the page is scrolled, none while it rushes by, and goes on when it rests", () => {
  const { answer, shown } = start();
  scroll.moving = true;
  answer(1, 2, 3, 4, 5, 6, 7);
  vi.runAllTimers();
  expect(shown).toEqual([]);
  nextFrame();
  expect(shown).toEqual([1, 2, 3]);
  scroll.fast = true;
  nextFrame();
  nextFrame();
  expect(shown).toEqual([1, 2, 3]);
  Object.assign(scroll, { moving: false, fast: false });
  nextFrame();
  vi.runAllTimers();
  expect(shown).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(frames).toEqual([]);
});

it("shows nothing more once it is stopped", () => {
  const { answer, shown, pace } = start();
  answer(1);
  pace.stop();
  vi.runAllTimers();
  expect(shown).toEqual([]);
});
