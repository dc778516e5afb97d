import { describe, expect, it } from "vitest";
import { grafanaData } from "@/lib/shared/panels/testing/grafana-data";
import { tickDecimals } from "./value-axis";

describe("tickDecimals", () => {
  it.each([
    [100, 0],
    [1, 0],
    [2.5, 1],
    [0.25, 2],
    [0.1 + 0.2, 1],
    [1e-9, 9],
    [1e15, 0],
  ])("tells ticks %d apart with %d decimals", (increment, decimals) => {
    expect(tickDecimals(increment)).toBe(decimals);
  });

  it("agrees with Grafana on the steps that axes take", () => {
    const { guessDecimals, roundDecimals } = grafanaData;
    for (const step of [1, 2, 2.5, 5]) {
      for (let power = -4; power <= 6; power++) {
        const increment = Number(`${step}e${power}`);
        expect(tickDecimals(increment)).toBe(guessDecimals(roundDecimals(increment, 6)));
      }
    }
  });
});
