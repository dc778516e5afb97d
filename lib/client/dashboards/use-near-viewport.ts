import { type RefObject, useLayoutEffect, useState } from "react";

const marginPx = 300;

/** Null until it is on the page, then whether the element is in the viewport or close to it. */
export function useNearViewport(ref: RefObject<Element | null>): boolean | null {
  const [near, setNear] = useState<boolean | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const { top, bottom } = element.getBoundingClientRect();
    setNear(top <= window.innerHeight + marginPx && bottom >= -marginPx);
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some((entry) => entry.isIntersecting)),
      { rootMargin: `${marginPx}px 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return near;
}
