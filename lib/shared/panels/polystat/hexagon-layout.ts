import type { PolystatOptions } from "./options";

export interface HexagonLayout {
  /** From the middle to a corner, or to the edge of circles and squares. */
  radius: number;
  /** Middles, in the order of the cells. */
  places: { x: number; y: number }[];
  /** For the texts within. */
  room: { width: number; height: number };
}

const ROOT = Math.sqrt(3);
/** The plugin's way to fill a panel of another shape than a square. */
const SPREAD = 0.75;

/** Where cells stand in a box: rows of hexagons, every second half a cell to the right, as large as fits. */
export function hexagonLayout(
  count: number,
  box: { width: number; height: number },
  options: Pick<PolystatOptions, "columns" | "rows" | "shape">,
): HexagonLayout {
  const [columns, rows] = gridOf(count, box, options);
  const isHexagon = options.shape === "hexagon_pointed_top";
  const radius = Math.max(
    1,
    isHexagon
      ? Math.min(box.width / ((columns + 0.5) * ROOT), box.height / ((rows + 1 / 3) * 1.5))
      : Math.min(box.width / columns, box.height / rows) / 2,
  );
  const step = isHexagon ? { x: ROOT * radius, y: 1.5 * radius } : { x: 2 * radius, y: 2 * radius };
  const shifted = isHexagon && count > columns ? step.x / 2 : 0;
  const used = Math.ceil(count / columns);
  const across = Math.min(columns, count) * step.x + (count >= columns * 2 ? shifted : 0);
  const down = isHexagon ? (used + 1 / 3) * 1.5 * radius : used * step.y;
  const origin = { x: (box.width - across + step.x) / 2, y: (box.height - down) / 2 + radius };
  return {
    radius,
    room: isHexagon ? { width: step.x, height: radius } : { width: 2 * radius, height: 2 * radius * 0.7 },
    places: Array.from({ length: count }, (_, index) => {
      const row = Math.floor(index / columns);
      return {
        x: origin.x + (index % columns) * step.x + (row % 2 === 1 ? shifted : 0),
        y: origin.y + row * step.y,
      };
    }),
  };
}

function gridOf(
  count: number,
  { width, height }: { width: number; height: number },
  { columns, rows }: Pick<PolystatOptions, "columns" | "rows">,
): [columns: number, rows: number] {
  const whole = (value: number) => Math.min(count, Math.max(1, Math.ceil(value)));
  if (columns) return [columns, rows ?? whole(count / columns)];
  if (rows) return [whole(count / rows), rows];
  if (width > height) {
    const found = whole((width / height) * Math.sqrt(count) * SPREAD);
    return [found, whole(count / found)];
  }
  const found = whole((height / width) * Math.sqrt(count) * SPREAD);
  return [whole(count / found), found];
}

/** A hexagon that stands on its corner, around the origin. */
export function hexagonPath(radius: number): string {
  const corners = Array.from({ length: 6 }, (_, index) => {
    const angle = (Math.PI / 3) * index - Math.PI / 2;
    return `${(radius * Math.cos(angle)).toFixed(2)},${(radius * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${corners.join("L")}Z`;
}
