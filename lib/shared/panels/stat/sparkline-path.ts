import type { ValueLine } from "@/lib/shared/panels/fields/value-line";

interface Box {
  width: number;
  height: number;
}

/** SVG paths of a line and the area between it and zero; gaps part them. Null without two points. */
export function sparklinePath(
  { timesMs, values, min, max }: ValueLine,
  { width, height }: Box,
  range: { fromMs: number; toMs: number },
): { line: string; area: string } | null {
  const numbers = values.filter((value): value is number => value !== null && Number.isFinite(value));
  if (numbers.length < 2) return null;
  const low = min ?? numbers.reduce((a, b) => Math.min(a, b));
  const high = Math.max(low, max ?? numbers.reduce((a, b) => Math.max(a, b)));
  const fromMs = Math.max(range.fromMs, timesMs[0] ?? range.fromMs);
  const toMs = Math.max(fromMs + 1, timesMs.at(-1) ?? range.toMs);
  const x = (timeMs: number) => round(((timeMs - fromMs) / (toMs - fromMs)) * width);
  const span = high - low;
  // A flat line runs through the lower third instead of sticking to the edge.
  const y = (value: number) =>
    round(span === 0 ? height * 0.66 : height - 1 - share(value, low, high) * (height - 3));

  const pieces: string[][] = [];
  let open: string[] | null = null;
  values.forEach((value, i) => {
    if (value === null || !Number.isFinite(value)) {
      open = null;
      return;
    }
    if (!open) {
      open = [];
      pieces.push(open);
    }
    open.push(`${x(timesMs[i] ?? fromMs)},${y(value)}`);
  });
  // The area reaches to zero, which may lie within the height or above it.
  const foot = low >= 0 ? height : high <= 0 ? 0 : y(0);
  const drawn = pieces.filter((piece) => piece.length > 1);
  if (drawn.length === 0) return null;
  return {
    line: drawn.map((piece) => `M${piece.join("L")}`).join(""),
    area: drawn.map((piece) => areaPath(piece, foot)).join(""),
  };
}

function areaPath(piece: string[], foot: number): string {
  const firstX = piece[0]?.split(",")[0] ?? "0";
  const lastX = piece.at(-1)?.split(",")[0] ?? "0";
  return `M${firstX},${foot}L${piece.join("L")}L${lastX},${foot}Z`;
}

function share(value: number, low: number, high: number): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
