type Tell = (isNear: boolean) => void;

interface Watch {
  observer: IntersectionObserver;
  tellers: Map<Element, Tell>;
}

const watches = new Map<number, Watch>();

/**
 * Tells, now and with each change, whether an element is in the viewport or within so many px above or below it. One
 * observer serves all of a margin: the browser looks at each observer anew in every frame.
 */
export function watchSight(element: Element, marginPx: number, tell: Tell): () => void {
  const watch = watches.get(marginPx) ?? makeWatch(marginPx);
  const { observer, tellers } = watch;
  tellers.set(element, tell);
  observer.observe(element);
  return () => {
    observer.unobserve(element);
    tellers.delete(element);
  };
}

function makeWatch(marginPx: number): Watch {
  const tellers = new Map<Element, Tell>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) tellers.get(target)?.(isIntersecting);
    },
    { rootMargin: `${marginPx}px 0px` },
  );
  const watch = { observer, tellers };
  watches.set(marginPx, watch);
  return watch;
}
