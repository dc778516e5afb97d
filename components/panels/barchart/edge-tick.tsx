interface EdgeTickProps {
  /** Of the whole chart: no label is cut off by its edge. */
  chartWidth: number;
  x?: number | string;
  y?: number | string;
  payload?: { value?: unknown };
}

/** Of the axis' font, on the safe side. */
const characterPx = 6.6;

/** A category's name below its bars, moved to where all of it is seen. */
export function EdgeTick({ chartWidth, x = 0, y = 0, payload }: EdgeTickProps) {
  const text = String(payload?.value ?? "");
  const half = Math.min((text.length * characterPx) / 2, chartWidth / 2);
  const place = Math.min(chartWidth - half, Math.max(half, Number(x)));
  return (
    <text x={place} y={y} dy="0.71em" textAnchor="middle" fontSize={12} fill="var(--ps-dim)">
      {text}
    </text>
  );
}
