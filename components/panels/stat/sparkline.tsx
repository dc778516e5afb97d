import { useMemo } from "react";
import type { ValueLine } from "@/lib/shared/panels/fields/value-line";
import { sparklinePath } from "@/lib/shared/panels/stat/sparkline-path";
import classes from "./stat.module.css";

interface SparklineProps {
  line: ValueLine;
  color: string;
  fill: string;
  width: number;
  height: number;
  range: { fromMs: number; toMs: number };
}

/** The course of a value behind its number: shape only, no axes. */
export function Sparkline({ line, color, fill, width, height, range }: SparklineProps) {
  const paths = useMemo(() => sparklinePath(line, { width, height }, range), [line, width, height, range]);
  if (!paths) return null;
  return (
    <svg className={classes.spark} width={width} height={height} aria-hidden>
      <path d={paths.area} fill={fill} />
      <path d={paths.line} fill="none" stroke={color} strokeWidth={1.25} strokeLinejoin="round" />
    </svg>
  );
}
