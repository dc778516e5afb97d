import { useSyncExternalStore } from "react";

let count = 0;
const listeners = new Set<() => void>();

/** Every view of annotations asks anew. */
export function tellAnnotationChange(): void {
  count += 1;
  for (const listener of listeners) listener();
}

/** How many changes there were: whoever shows annotations asks again with each. */
export function useAnnotationChanges(): number {
  return useSyncExternalStore(subscribe, countNow, countNow);
}

const countNow = () => count;

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
