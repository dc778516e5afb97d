interface Box {
  width: number;
  height: number;
}

interface Line {
  timesMs: number[];
  values: (number | null)[];
}

/** SVG paths of a line and the area under it; gaps part them. Null without two points. */
export function sparklinePath(
  { timesMs, values }: Line,
  { width, height }: Box,
  range: { fromMs: number; toMs: number },
): { line: string; area: string } | null {
  const numbers = values.filter((value): value is number => value !== null && Number.isFinite(value));
  if (numbers.length < 2) return null;
  const bounds = numbers.reduce((b, v) => ({ min: Math.min(b.min, v), max: Math.max(b.max, v) }), {
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
  });
  const fromMs = Math.max(range.fromMs, timesMs[0] ?? range.fromMs);
  const toMs = Math.max(fromMs + 1, timesMs.at(-1) ?? range.toMs);
  const x = (timeMs: number) => round(((timeMs - fromMs) / (toMs - fromMs)) * width);
  const span = bounds.max - bounds.min;
  // A flat line runs through the lower third instead of sticking to the edge.
  const y = (value: number) =>
    round(span === 0 ? height * 0.66 : height - 1 - ((value - bounds.min) / span) * (height - 3));

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
  const drawn = pieces.filter((piece) => piece.length > 1);
  if (drawn.length === 0) return null;
  return {
    line: drawn.map((piece) => `M${piece.join("L")}`).join(""),
    area: drawn.map((piece) => areaPath(piece, height)).join(""),
  };
}

function areaPath(piece: string[], height: number): string {
  const firstX = piece[0]?.split(",")[0] ?? "0";
  const lastX = piece.at(-1)?.split(",")[0] ?? "0";
  return `M${firstX},${height}L${piece.join("L")}L${lastX},${height}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
