"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, useRef } from "react";
import type { FrameTable } from "@/lib/client/dashboards/frame-table";
import classes from "./inspect-drawer.module.css";

const lineHeight = 28;
const mostColumns = 50;

/** Raw values, only the visible lines in the page. */
export function RawTable({ table }: { table: FrameTable }) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: table.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 12,
  });
  const columns = table.columns.slice(0, mostColumns);
  const style = { "--columns": `210px repeat(${Math.max(0, columns.length - 1)}, minmax(140px, 1fr))` };
  return (
    <div ref={scroller} className={classes.table} style={style as CSSProperties}>
      <div className={`${classes.line} ${classes.head}`}>
        {columns.map((column) => (
          <div key={column} className={classes.cell} title={column}>
            {column}
          </div>
        ))}
      </div>
      <div style={{ position: "relative", height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map((line) => (
          <div
            key={line.key}
            className={classes.line}
            style={{ position: "absolute", top: 0, transform: `translateY(${line.start}px)` }}
          >
            {columns.map((column, index) => {
              const value = table.rows[line.index]?.[index] ?? null;
              return (
                <div
                  key={column}
                  className={classes.cell}
                  data-number={typeof value === "number" || undefined}
                >
                  {value === null ? "" : String(value)}
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
