import { cloneLayout, type Layout, moveElement, verticalCompactor } from "react-grid-layout/core";
import { gridColumns } from "@/lib/client/dashboards/arrange-grid";
import type { Place } from "./apply-layout";

export type Direction = "left" | "right" | "up" | "down";

const steps: Record<Direction, { dx: number; dy: number }> = {
  left: { dx: -1, dy: 0 },
  right: { dx: 1, dy: 0 },
  up: { dx: 0, dy: -1 },
  down: { dx: 0, dy: 1 },
};

/** Moves one panel a step; upwards and downwards that is past its neighbour, since panels always rise. */
export function nudge(places: readonly Place[], key: string, direction: Direction): Place[] {
  const place = places.find((one) => one.key === key);
  if (!place) return [...places];
  const { dx, dy } = steps[direction];
  const furthest = dy === 0 ? 1 : Math.max(...places.map(({ y, h }) => y + h)) + 1;
  for (let distance = 1; distance <= furthest; distance++) {
    const x = Math.min(Math.max(0, place.x + dx * distance), gridColumns - place.w);
    const y = Math.max(0, place.y + dy * distance);
    const next = moveTo(places, key, x, y);
    const now = next.find((one) => one.key === key);
    if (now && (now.x - place.x) * dx + (now.y - place.y) * dy > 0) return next;
  }
  return [...places];
}

/** Makes one panel a step wider, narrower, higher or lower; what is in its way moves down. */
export function stretch(places: readonly Place[], key: string, direction: Direction): Place[] {
  const { dx, dy } = steps[direction];
  const resized = places.map((place) => {
    if (place.key !== key) return place;
    const w = Math.min(Math.max(1, place.w + dx), gridColumns - place.x);
    return { ...place, w, h: Math.max(1, place.h + dy) };
  });
  const place = resized.find((one) => one.key === key);
  return place ? moveTo(resized, key, place.x, place.y) : resized;
}

function moveTo(places: readonly Place[], key: string, x: number, y: number): Place[] {
  const layout: Layout = cloneLayout(places.map(({ key: i, ...place }) => ({ i, ...place })));
  const item = layout.find(({ i }) => i === key);
  if (!item) return [...places];
  const apart = layout.flatMap((other) => (other === item ? [] : [other]));
  const settled = verticalCompactor.compact(
    moveElement([...apart, item], item, x, y, true, false, "vertical", gridColumns),
    gridColumns,
  );
  return settled.map(({ i, x: settledX, y: settledY, w, h }) => ({ key: i, x: settledX, y: settledY, w, h }));
}
