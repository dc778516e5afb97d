interface Place {
  x?: number | string;
  y?: number | string;
  width?: number | string;
  height?: number | string;
  value?: unknown;
}

interface BarLabelProps {
  place: Place;
  across: boolean;
  size: number;
  text: (value: number) => string;
}

/** The value at the end of its bar, in one line; left out where a narrow bar has no room for it. */
export function BarLabel({ place, across, text, size }: BarLabelProps) {
  const [x, y, width, height] = [place.x, place.y, place.width, place.height].map((one) =>
    Number(one ?? 0),
  ) as [number, number, number, number];
  if (typeof place.value !== "number") return null;
  const label = text(place.value);
  if (!across && label.length * 5 > width + 16) return null;
  const end = place.value < 0;
  const at = across
    ? {
        x: end ? x + width - 4 : x + width + 4,
        y: y + height / 2,
        textAnchor: end ? ("end" as const) : ("start" as const),
      }
    : { x: x + width / 2, y: end ? y + height + 10 : y - 8, textAnchor: "middle" as const };
  return (
    <text {...at} dominantBaseline="central" fontSize={size} fill="var(--ps-text)">
      {label}
    </text>
  );
}
