import type { ReactNode } from "react";
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

/** How the alert rules of a panel stand. */
export interface AlertMark {
  label: string;
  tone: "error" | "warn" | undefined;
  icon: ReactNode;
}

const noAlert = (): AlertMark | null => null;

/** The layers that the page lays over its charts, and the marks of alerts; filled by code that loads after the charts. */
export function createMarkStore() {
  let layersOf: (panelId: number) => readonly ChartLayer[] = () => noLayers;
  let alertOf: (panelId: number) => AlertMark | null = noAlert;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    hands: null as AnnotationHands | null,
    get: (panelId: number) => layersOf(panelId),
    /** Must answer the same layers for the same panel until it is set anew. */
    set(next: typeof layersOf) {
      layersOf = next;
      tell();
    },
    alertOf: (panelId: number) => alertOf(panelId),
    /** Must answer the same mark for the same panel until it is set anew. */
    setAlerts(next: typeof alertOf) {
      alertOf = next;
      tell();
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
