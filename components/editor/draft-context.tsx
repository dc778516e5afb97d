"use client";

import { createContext, useContext, useMemo } from "react";
import { useStore } from "zustand";
import type { DraftState, DraftStore } from "@/lib/client/dashboards/draft-store";
import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import { setInDocument } from "@/lib/shared/dashboards/edit/set-in-document";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import type { Json } from "@/lib/shared/json";

const DraftContext = createContext<DraftStore | null>(null);

export const DraftProvider = DraftContext.Provider;

/** Null where nothing is edited. */
export function useFoundDraftStore(): DraftStore | null {
  return useContext(DraftContext);
}

export function useDraftStore(): DraftStore {
  const store = useFoundDraftStore();
  if (!store) throw new Error("useDraftStore needs a DraftProvider above it.");
  return store;
}

export function useDraft<T>(select: (state: DraftState) => T): T {
  return useStore(useDraftStore(), select);
}

export function useDraftDocument(): DashboardDocument {
  return useDraft((state) => state.history.present.state);
}

/** Sets and removes single values of one panel, each as a named, undoable change. */
export interface PanelEdit {
  set: (path: JsonPath, value: Json, label: string) => void;
  /** Sets when there is a value, removes when it is undefined. */
  put: (path: JsonPath, value: Json | undefined, label: string) => void;
  /** The same, undone by itself whatever was done there before: for what is added to a list, moved or taken away. */
  step: (path: JsonPath, value: Json | undefined, label: string) => void;
}

export function usePanelEdit(panelPath: JsonPath): PanelEdit {
  const store = useDraftStore();
  return useMemo(() => {
    const key = (path: JsonPath) => [...panelPath, ...path].join("/");
    const change = (path: JsonPath, value: Json | undefined, label: string, mergeKey?: string) =>
      store
        .getState()
        .change(label, (document) => setInDocument(document, [...panelPath, ...path], value), mergeKey);
    const put: PanelEdit["put"] = (path, value, label) => change(path, value, label, key(path));
    return { set: put, put, step: (path, value, label) => change(path, value, label) };
  }, [store, panelPath]);
}
