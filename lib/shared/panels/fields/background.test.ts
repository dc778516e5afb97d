import { expect, it } from "vitest";
import { cellShades, gradientBackground, textOnBackground, tileShades } from "./background";
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
