import { expect, it } from "vitest";
import {
  cellShades,
  gradientBackground,
  noShades,
  textOnBackground,
  textOnGradient,
  tileShades,
} from "./background";
import { alphaOf } from "./color-math";

it("lies slanted from darker to brighter, the other way round on light pages", () => {
  expect(gradientBackground("#73BF69", tileShades, "dark")).toBe("linear-gradient(120deg, #429a43, #6fb757)");
  expect(gradientBackground("#73BF69", cellShades, "light")).toBe(
    "linear-gradient(120deg, #84ca82, #73bf69)",
  );
  expect(gradientBackground("rgba(255, 0, 0, 0.2)", cellShades, "dark")).toContain("0.2)");
  expect(gradientBackground("no colour", cellShades, "dark")).toBe("no colour");
});

it("reads how much a colour covers", () => {
  const colors = ["#fff", "#ffffff80", "#fff0", "rgb(1, 2, 3)", "rgba(1, 2, 3, 0.25)", "red"];
  expect(colors.map((color) => Math.round(alphaOf(color) * 100))).toEqual([100, 50, 0, 100, 25, 100]);
  expect([
    textOnBackground("rgba(0, 0, 0, 0)"),
    textOnBackground("#F2495C"),
    textOnBackground("#8F3BB8"),
  ]).toEqual([null, "#000000", "#ffffff"]);
});

it("writes white where it reads at that size, as Grafana does, and black elsewhere", () => {
  const on = (color: string, ratio: 3 | 4.5) => textOnGradient(color, tileShades, "dark", ratio);
  expect(["#F2495C", "#5794F2", "#B877D9", "#FF9830"].map((color) => on(color, 3))).toEqual([
    "#ffffff",
    "#ffffff",
    "#ffffff",
    "#000000",
  ]);
  // Small text on red and blue stands where they are darkest: black would have 3.2 on the blue.
  expect(["#F2495C", "#5794F2", "#C4162A", "#73BF69"].map((color) => on(color, 4.5))).toEqual([
    "#ffffff",
    "#ffffff",
    "#ffffff",
    "#000000",
  ]);
  expect(textOnGradient("#F2495C", tileShades, "light", 4.5)).toBe("#000000");
  expect(textOnGradient("#E02F44", noShades, "dark", 4.5)).toBe("#ffffff");
  expect(textOnGradient("rgba(0, 0, 0, 0)", tileShades, "dark", 3)).toBeNull();
});
