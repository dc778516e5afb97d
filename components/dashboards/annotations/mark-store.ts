import { type ChartLayer, noLayers } from "@/components/charts/chart-layer";

/** The layers that the page lays over its charts; filled by code that loads only where there are annotations. */
export function createMarkStore() {
  let layersOf: (panelId: number) => readonly ChartLayer[] = () => noLayers;
  const listeners = new Set<() => void>();
  return {
    get: (panelId: number) => layersOf(panelId),
    /** Must answer the same layers for the same panel until it is set anew. */
    set(next: typeof layersOf) {
      layersOf = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

export type MarkStore = ReturnType<typeof createMarkStore>;
