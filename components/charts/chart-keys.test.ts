import { describe, expect, it } from "vitest";
import { spokenText } from "./announce";
import { leaveChart, walkChart } from "./chart-keys";

/** As much of a uPlot as walking needs: ten pixels a point, values as positions. */
function plotOf(data: (number | null)[][]) {
  const pointed: { left: number; top: number }[] = [];
  const focused: (number | null)[] = [];
  const plot = {
    data: [data[0]?.map((_, index) => index), ...data],
    series: [{}, ...data.map((_, index) => ({ show: index !== 1, scale: "y" }))],
    over: { clientWidth: 100, clientHeight: 50 },
    valToPos: (value: number, scale: string) => (scale === "x" ? value * 10 : value),
    setCursor: (place: { left: number; top: number }) => pointed.push(place),
    setSeries: (index: number | null) => focused.push(index),
  };
  return { plot: plot as unknown as Parameters<typeof walkChart>[0], pointed, focused };
}

describe("walkChart", () => {
  it("starts at the newest point, goes on by points and stops at the ends", () => {
    const { plot, pointed } = plotOf([[1, 2, null]]);
    for (const key of ["ArrowLeft", "ArrowLeft", "Home", "ArrowLeft", "End", "ArrowRight"])
      walkChart(plot, key, false);
    expect(pointed.map(({ left }) => left)).toEqual([20, 10, 0, 0, 20, 20]);
    expect(pointed[0]?.top).toBe(25);
    expect(pointed[1]?.top).toBe(2);
    walkChart(plot, "ArrowLeft", true);
    expect(pointed.at(-1)?.left).toBe(0);
  });

  it("goes round the series that are shown, and leaves", () => {
    const { plot, pointed, focused } = plotOf([[1], [2], [3]]);
    for (const key of ["ArrowDown", "ArrowDown", "ArrowUp"]) walkChart(plot, key, false);
    leaveChart(plot);
    leaveChart(plot);
    expect(focused).toEqual([3, 1, 3, null]);
    expect(pointed.at(-1)).toEqual({ left: -10, top: -10 });
  });
});

describe("spokenText", () => {
  it("reads the row that stands out, its value and the time", () => {
    const rows = [
      { color: null, name: "a", value: "1" },
      { color: null, name: "b", value: "2 s", strong: true },
    ];
    expect(spokenText({ title: "12:00", rows, more: 0 })).toBe("b: 2 s, 12:00");
    expect(spokenText({ title: "12:00", rows: [], more: 0 })).toBe("12:00");
    const note = { color: null, name: "Deploy", value: "1.2", note: true };
    const only = { color: null, name: "a", value: "1" };
    expect(spokenText({ title: "12:00", rows: [note, only], more: 0 })).toBe("a: 1, 12:00, Deploy: 1.2");
  });
});
