"use client";

import type { ReactNode } from "react";
import { useBoxSize } from "@/components/ui/use-box-size";
import type { LegendOptions } from "@/lib/shared/panels/legend/legend-options";
import classes from "./legend-layout.module.css";

interface LegendLayoutProps {
  width: number;
  height: number;
  options: LegendOptions;
  /** Null or absent: the drawing has the whole panel. */
  legend?: ReactNode;
  children: (size: { width: number; height: number }) => ReactNode;
}

/** Narrower pages put every legend below. */
const leastPageForRight = 992;

const [leastName, mostName] = [72, 240];

/** So that a long name leaves room for the values. */
function nameSize(room: number) {
  const most = Math.min(mostName, Math.max(leastName, room / 2));
  return { "--legend-name-width": "auto", "--legend-name-most": `${most}px` };
}

/** Puts the legend below or beside a drawing and tells the drawing what is left for it. */
export function LegendLayout({ width, height, options, legend, children }: LegendLayoutProps) {
  const { ref, width: innerWidth, height: innerHeight } = useBoxSize();
  if (!legend) return children({ width, height });
  const right = options.placement === "right" && document.body.clientWidth >= leastPageForRight;
  const room = Math.round(width * 0.6);
  const size = right
    ? { width: options.width, maxWidth: room, ...nameSize(room) }
    : { maxHeight: Math.round(height * 0.35) };
  return (
    <div className={classes.layout} data-right={right || undefined} style={{ width, height }}>
      <div ref={ref} className={classes.drawing}>
        {innerWidth > 0 && innerHeight > 0 ? children({ width: innerWidth, height: innerHeight }) : null}
      </div>
      <div className={classes.legend} style={size}>
        {legend}
      </div>
    </div>
  );
}
