import { describe, expect, it } from "vitest";
import { DAY, EPOCH_SECONDS, HOUR, MINUTE } from "./epoch.ts";
import { flow } from "./flow.ts";
import { incident } from "./incident.ts";
import { level } from "./level.ts";
import { randomAt, seedFor } from "./random.ts";
import { ROUND, runningTotal, shuffledRanks } from "./shuffle.ts";
import { valueAtShare } from "./spread.ts";

const NOON = EPOCH_SECONDS + 500 * DAY + 12 * HOUR;

describe("incident", () => {
  const spell = incident({ at: 2 * HOUR, lasts: 10 * MINUTE, ramp: MINUTE });

  it("comes every four hours and ramps up and down", () => {
    const begins = EPOCH_SECONDS + 500 * DAY + 6 * HOUR;
    expect(spell.level(begins - 1)).toBe(0);
    expect(spell.level(begins + 30)).toBeCloseTo(0.5);
    expect(spell.level(begins + 5 * MINUTE)).toBe(1);
    expect(spell.level(begins + 10 * MINUTE - 15)).toBeCloseTo(0.25);
    expect(spell.level(begins + 10 * MINUTE)).toBe(0);
    expect(spell.age(begins + 42)).toBe(42);
  });

  it("has the area that its level adds up to", () => {
    let sum = 0;
    for (let t = NOON; t < NOON + 9 * HOUR; t++) sum += spell.level(t + 0.5);
    expect(spell.area(NOON + 9 * HOUR) - spell.area(NOON)).toBeCloseTo(sum, 0);
  });
});

describe("flow", () => {
  const burst = incident({ at: 13 * HOUR, lasts: 5 * MINUTE, every: DAY });
  const events = flow(seedFor(1, "test"), {
    perSecond: 2,
    daily: 0.4,
    wobble: 0.5,
    during: [{ incident: burst, perSecond: 3 }],
  });

  it("never goes back", () => {
    for (let t = NOON; t < NOON + DAY; t += 15) {
      expect(events(t + 15)).toBeGreaterThanOrEqual(events(t));
    }
  });

  it("adds up to its rate over whole days, incidents included", () => {
    const perDay = (events(NOON + 10 * DAY) - events(NOON)) / 10;
    expect(perDay).toBeGreaterThan(0.995 * (2 * DAY + 3 * 300));
    expect(perDay).toBeLessThan(1.005 * (2 * DAY + 3 * 300));
  });

  it("is busier in the afternoon than at night", () => {
    const afternoon = events(NOON + 3 * HOUR) - events(NOON + HOUR);
    const night = events(NOON + 15 * HOUR) - events(NOON + 13 * HOUR);
    expect(afternoon).toBeGreaterThan(1.5 * night);
  });

  it("refuses a shape whose rate falls below zero", () => {
    const during = [{ incident: burst, perSecond: -0.5 }];
    expect(() => flow(1, { perSecond: 1, daily: 0.4, wobble: 0.2, during })).toThrow(RangeError);
  });
});

describe("level", () => {
  it("stays within its limits and moves without jumps", () => {
    const queue = level(7, { base: 3, noise: 9, everySeconds: 120, min: 0, max: 8 });
    const values = Array.from({ length: 2000 }, (_, index) => queue(NOON + index));
    expect(Math.min(...values)).toBe(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(8);
    const jumps = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? 0)));
    expect(Math.max(...jumps)).toBeLessThan(0.6);
  });
});

describe("shuffle", () => {
  it("counts as many events as a loop would", () => {
    const ranks = shuffledRanks(3);
    const total = runningTotal(ranks, (rank) => (rank < 100 ? 1 : 0));
    const counted = (events: number) =>
      Array.from({ length: events }, (_, index) => ranks[index % ROUND] ?? 0).filter((rank) => rank < 100)
        .length;
    for (const events of [0, 1, 17, ROUND - 1, ROUND, 3 * ROUND + 511]) {
      expect(total(events)).toBe(counted(events));
    }
    expect([...ranks].sort((a, b) => a - b)).toEqual(Array.from({ length: ROUND }, (_, rank) => rank));
  });
});

describe("spread", () => {
  it("has its median in the middle and known tails", () => {
    expect(valueAtShare({ median: 4, sigma: 0.7 }, 0.5)).toBeCloseTo(4, 6);
    expect(valueAtShare({ median: 1, sigma: 1 }, 0.975)).toBeCloseTo(Math.exp(1.959964), 4);
    expect(valueAtShare({ median: 1, sigma: 1 }, 0.001)).toBeCloseTo(Math.exp(-3.090232), 4);
  });
});

describe("randomAt", () => {
  it("is even, and unrelated from one seed to the next", () => {
    const draws = Array.from({ length: 5000 }, (_, index) => randomAt(seedFor(1, "a"), index));
    expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 1);
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    expect(randomAt(seedFor(1, "b"), 0)).not.toBe(draws[0]);
  });
});
