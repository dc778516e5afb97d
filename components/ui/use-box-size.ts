import { useCallback, useState } from "react";

export interface BoxSize {
  width: number;
  height: number;
}

const none: BoxSize = { width: 0, height: 0 };

/** The size of an element: known in the very step that puts it on the page, and followed from then on. */
export function useBoxSize(): BoxSize & { ref: (element: HTMLElement | null) => (() => void) | undefined } {
  const [size, setSize] = useState(none);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const note = ({ width, height }: BoxSize) =>
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    note(element.getBoundingClientRect());
    const observer = new ResizeObserver(([entry]) => entry && note(entry.contentRect));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ...size, ref };
}
