import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { parseColor } from "./color-math";
import { hueShades } from "./hue-shades";

interface Tint {
  spin: (degrees: number) => Tint;
  lighten: (percent: number) => Tint;
  darken: (percent: number) => Tint;
  toHexString: () => string;
}

// The library that Grafana turns colours with.
const require = createRequire(import.meta.url);
const tint = createRequire(require.resolve("@grafana/data"))("tinycolor2") as (color: string) => Tint;

it("turns a colour both ways as Grafana does, lighter at the top", () => {
  for (const color of ["#73BF69", "#F2CC0C", "#8F3BB8", "#1F60C4", "#ffffff", "#202226"]) {
    const [top, bottom] = hueShades(color, "dark");
    expectNear(top, tint(color).spin(15).lighten(10).toHexString());
    expectNear(bottom, tint(color).spin(-15).darken(10).toHexString());
    expectNear(hueShades(color, "light")[1], tint(color).spin(-15).toHexString());
  }
  expect(hueShades("no colour", "dark")).toEqual(["no colour", "no colour"]);
});

/** Up to rounding. */
function expectNear(color: string, other: string) {
  const [a, b] = [parseColor(color) ?? [], parseColor(other) ?? []];
  const apart = a.map((channel, i) => Math.abs(channel - (b[i] ?? 0)));
  expect(Math.max(...apart), `${color} ${other}`).toBeLessThanOrEqual(1);
}
