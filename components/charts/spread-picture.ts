import type { HeatmapModel } from "@/lib/shared/panels/heatmap/heatmap-model";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 220;
const HEIGHT = 56;

/** How the counts of one column are spread over its buckets, from the lowest to the highest; the pointed one stands out. */
export function spreadPicture(
  { rows, cells, palette, timesMs }: HeatmapModel,
  column: number,
  pointed: number,
): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("width", String(WIDTH));
  svg.setAttribute("height", String(HEIGHT));
  svg.setAttribute("aria-hidden", "true");
  const counts = rows.map((row) => Math.max(0, row.counts[column] ?? 0));
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const step = WIDTH / Math.max(1, rows.length);
  counts.forEach((count, row) => {
    if (count === 0 && row !== pointed) return;
    const height = most > 0 ? Math.max(1, (count / most) * (HEIGHT - 2)) : 1;
    const bar = document.createElementNS(SVG, "rect");
    const color = palette[cells[row * timesMs.length + column] ?? -1];
    bar.setAttribute("x", String(row * step));
    bar.setAttribute("y", String(HEIGHT - height));
    bar.setAttribute("width", String(Math.max(1, step - 1)));
    bar.setAttribute("height", String(height));
    bar.setAttribute("fill", row === pointed ? "currentColor" : (color ?? "currentColor"));
    bar.setAttribute("fill-opacity", row === pointed || color ? "1" : "0.3");
    svg.append(bar);
  });
  return svg;
}
