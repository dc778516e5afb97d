import { type RefObject, useLayoutEffect, useState } from "react";
import { watchSight } from "@/lib/client/watch-sight";

const marginPx = 300;

/** Null until it is on the page, then whether the element is in the viewport or close to it. */
export function useNearViewport(ref: RefObject<Element | null>): boolean | null {
  const [near, setNear] = useState<boolean | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const { top, bottom } = element.getBoundingClientRect();
    setNear(top <= window.innerHeight + marginPx && bottom >= -marginPx);
    return watchSight(element, marginPx, setNear);
  }, [ref]);
  return near;
}
