import { expect, it } from "vitest";
import { fittedView, revealingView, zoomedView } from "./use-view";

const room = { width: 400, height: 300 };

it("shows all of a drawing in the middle, not larger or smaller than can be read", () => {
  expect(fittedView({ width: 800, height: 300 }, room)).toEqual({ scale: 0.5, x: 0, y: 75 });
  expect(fittedView({ width: 10, height: 10 }, room).scale).toBe(1.25);
  expect(fittedView({ width: 8_000, height: 10 }, room)).toMatchObject({ scale: 0.25, x: -800 });
});

it("keeps the place under the pointer while it zooms, within bounds", () => {
  const view = { x: 20, y: 30, scale: 1 };
  const zoomed = zoomedView(view, 2, { x: 120, y: 130 });
  expect(zoomed).toEqual({ scale: 2, x: -80, y: -70 });
  expect(zoomedView(view, 100, { x: 0, y: 0 }).scale).toBe(4);
});

it("moves only as far as brings a place into sight", () => {
  const view = { x: 0, y: 0, scale: 1 };
  expect(revealingView(view, { x: 200, y: 100 }, 50, room)).toEqual(view);
  expect(revealingView(view, { x: 900, y: 100 }, 50, room)).toMatchObject({ x: -550, y: 0 });
});
