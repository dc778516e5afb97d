import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState } from "react";

const virtualFrom = 120;
const rowHeight = 41;

/** Of a long table only the rows that can be seen; `before` and `after` are the heights of those left out. */
export function useVisibleRows<T>(rows: readonly T[], body: RefObject<HTMLElement | null>) {
  const virtual = rows.length >= virtualFrom;
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    if (virtual) setOffset((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [virtual, body]);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    enabled: virtual,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: offset,
  });
  if (!virtual) {
    const shown = rows.map((row, index) => ({ row, index }));
    return { shown, before: 0, after: 0, measure: undefined, reveal: () => undefined };
  }
  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  return {
    shown: items.flatMap(({ index }) => {
      const row = rows[index];
      return row === undefined ? [] : [{ row, index }];
    }),
    before: first ? first.start - offset : 0,
    after: last ? virtualizer.getTotalSize() - (last.end - offset) : 0,
    measure: virtualizer.measureElement,
    /** Scrolls to a row that is perhaps not in the page yet. */
    reveal: (index: number) => virtualizer.scrollToIndex(index),
  };
}
