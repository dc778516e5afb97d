import { type ChartLayer, noLayers } from "@/components/charts/chart-layer";

/** Where and when something is to be written down. */
export interface AnnotationDraft {
  panelId: number | null;
  fromMs: number;
  toMs: number;
}

/** What can be done with annotations on this page, for who may. */
interface AnnotationHands {
  add: (draft: AnnotationDraft) => void;
  edit: (id: string) => void;
}

/** The layers that the page lays over its charts; filled by code that loads after the charts. */
export function createMarkStore() {
  let layersOf: (panelId: number) => readonly ChartLayer[] = () => noLayers;
  const listeners = new Set<() => void>();
  return {
    hands: null as AnnotationHands | null,
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
