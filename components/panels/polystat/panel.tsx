"use client";

import { useId, useMemo } from "react";
import { cutText, fitFontSize } from "@/components/panels/fit-font-size";
import type { PanelProps } from "@/components/panels/panel-props";
import { ValueLink } from "@/components/panels/value-link";
import { hexagonLayout, hexagonPath } from "@/lib/shared/panels/polystat/hexagon-layout";
import { type PolystatCell, type PolystatModel, preparePolystat } from "@/lib/shared/panels/polystat/prepare";

const TEXT_SHARE = 0.85;
const LEAST_TEXT_PX = 10;
const MOST_TEXT_PX = 60;
const LINE = 1.2;

export function PolystatPanel({ panel, data, context, width, height }: PanelProps) {
  const gradientId = useId();
  const model = useMemo(() => preparePolystat(panel, data, context), [panel, data, context]);
  const { cells, options, borderColor } = model;
  const { radius, places, room } = hexagonLayout(cells.length, { width, height }, options);
  const size = fontSize(model, room);
  return (
    <svg
      width={width}
      height={height}
      // What is in a picture cannot be reached.
      role={cells.some(({ links }) => links.length > 0) ? "group" : "img"}
      aria-label={cells.map(labelOf).join(", ")}
    >
      {cells.map((cell, index) => {
        const { x, y } = places[index] ?? { x: 0, y: 0 };
        const fill = options.gradient ? `url(#${gradientId}-${index})` : cell.color;
        return (
          <g key={cell.key} transform={`translate(${x}, ${y})`}>
            <title>{labelOf(cell)}</title>
            {options.gradient ? <Gradient id={`${gradientId}-${index}`} shades={cell.shades} /> : null}
            <ValueLink links={cell.links}>
              <Shape
                shape={options.shape}
                radius={radius}
                fill={fill}
                stroke={borderColor}
                strokeWidth={options.borderWidth}
              />
              <Texts cell={cell} size={size} room={room.width * TEXT_SHARE} />
            </ValueLink>
          </g>
        );
      })}
    </svg>
  );
}

function labelOf({ name, value }: PolystatCell): string {
  return value === "" ? name : `${name}: ${value}`;
}

/** One size for all, so that they compare: that at which the longest text fits. */
function fontSize({ cells, options }: PolystatModel, room: { width: number; height: number }): number {
  const texts = cells.flatMap(({ name, value }) => [name, value]);
  const longest = texts.reduce((a, b) => (b.length > a.length ? b : a), "");
  const lines = options.showValue ? 2 : 1;
  const box = { width: room.width * TEXT_SHARE, height: room.height / lines };
  return fitFontSize(longest, box, options.fontSize ?? MOST_TEXT_PX, { least: LEAST_TEXT_PX });
}

function Gradient({ id, shades: [start, end] }: { id: string; shades: PolystatCell["shades"] }) {
  return (
    <linearGradient id={id} x1="30%" y1="30%" x2="70%" y2="70%">
      <stop offset={0} stopColor={start} />
      <stop offset={1} stopColor={end} />
    </linearGradient>
  );
}

interface ShapeProps {
  shape: PolystatModel["options"]["shape"];
  radius: number;
  fill: string;
  stroke: string;
  strokeWidth: number;
}

function Shape({ shape, radius, ...paint }: ShapeProps) {
  if (shape === "circle") return <circle r={radius} {...paint} />;
  if (shape === "square")
    return <rect x={-radius} y={-radius} width={radius * 2} height={radius * 2} {...paint} />;
  return <path d={hexagonPath(radius)} {...paint} />;
}

function Texts({ cell, size, room }: { cell: PolystatCell; size: number; room: number }) {
  const lines = [cell.name, cell.value].filter((text) => text !== "");
  return lines.map((text, index) => (
    <text
      key={index === 0 ? "name" : "value"}
      y={(index - (lines.length - 1) / 2) * size * LINE}
      textAnchor="middle"
      dominantBaseline="central"
      fontSize={size}
      fontWeight={index === 0 ? 400 : 500}
      fill={cell.textColor}
    >
      {cutText(text, size, room)}
    </text>
  ));
}
