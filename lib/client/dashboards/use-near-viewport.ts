import { type RefObject, useEffect, useState } from "react";

const margin = "300px 0px";

/** Null until the browser has measured, then whether the element is in the viewport or close to it. */
export function useNearViewport(ref: RefObject<Element | null>): boolean | null {
  const [near, setNear] = useState<boolean | null>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some((entry) => entry.isIntersecting)),
      { rootMargin: margin },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return near;
}
