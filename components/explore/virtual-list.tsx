"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import classes from "./metric-browser.module.css";

interface VirtualListProps {
  items: readonly string[];
  label: string;
  rowHeight: number;
  children: (item: string) => ReactNode;
}

/** Only the rows in view are in the page. */
export function VirtualList({ items, label, rowHeight, children }: VirtualListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  return (
    <div ref={scroller} className={classes.list}>
      <ul aria-label={label} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const item = items[row.index] ?? "";
          return (
            <li key={item} style={{ height: rowHeight, transform: `translateY(${row.start}px)` }}>
              {children(item)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
