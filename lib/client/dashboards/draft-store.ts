import { createStore } from "zustand/vanilla";
import { isSameJson } from "@/lib/shared/dashboards/diff/leaf-changes";
import { type History, record, redo, startHistory, undo } from "@/lib/shared/dashboards/edit/history";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";

export interface DraftState {
  history: History<DashboardDocument>;
  /** The version that saving names, and its document. */
  base: { version: number; document: DashboardDocument };
  /** Applies one named change; changes with the same `mergeKey` in a row are undone as one. */
  change: (
    label: string,
    apply: (document: DashboardDocument) => DashboardDocument,
    mergeKey?: string,
  ) => void;
  undo: () => void;
  redo: () => void;
  /** The server has kept `document` as `version`; what was changed meanwhile stays a change. A merge is a step to undo. */
  saved: (version: number, document: DashboardDocument) => void;
}

export type DraftStore = ReturnType<typeof createDraftStore>;

/** The edits of one dashboard in the browser, from the version they started from. */
export function createDraftStore(version: number, document: DashboardDocument) {
  return createStore<DraftState>()((set) => ({
    history: startHistory(document),
    base: { version, document },
    change: (label, apply, mergeKey) =>
      set(({ history }) => ({ history: record(history, apply(history.present.state), label, mergeKey) })),
    undo: () => set(({ history }) => ({ history: undo(history) })),
    redo: () => set(({ history }) => ({ history: redo(history) })),
    saved: (savedVersion, savedDocument) => set({ base: { version: savedVersion, document: savedDocument } }),
  }));
}

export function isDirty({ history, base }: Pick<DraftState, "history" | "base">): boolean {
  return !isSameJson(history.present.state, base.document);
}
