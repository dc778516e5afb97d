import { useMemo } from "react";
import type { ValueLine } from "@/lib/shared/panels/fields/value-line";
import { sparklinePath } from "@/lib/shared/panels/stat/sparkline-path";
import classes from "./stat.module.css";

interface SparklineProps {
  line: ValueLine;
  color: string;
  width: number;
  height: number;
  range: { fromMs: number; toMs: number };
}

/** The course of a value behind its number: shape only, no axes. */
export function Sparkline({ line, color, width, height, range }: SparklineProps) {
  const lineHeight = height >= 80 ? Math.round(height * 0.45) : height - 4;
  const paths = useMemo(
    () => sparklinePath(line, { width, height: lineHeight }, range),
    [line, width, lineHeight, range],
  );
  if (!paths) return null;
  return (
    <svg className={classes.spark} width={width} height={lineHeight} aria-hidden>
      <path d={paths.area} fill={color} fillOpacity={0.16} />
      <path d={paths.line} fill="none" stroke={color} strokeWidth={1.25} strokeLinejoin="round" />
    </svg>
  );
}
