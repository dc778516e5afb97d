import type { ReactNode } from "react";
import { create } from "zustand";

export interface PaletteAction {
  id: string;
  label: string;
  keys?: string;
  icon?: ReactNode;
  run: () => void;
}

interface ShellState {
  /** Title of what the page shows, the last breadcrumb; null while the path says enough. */
  pageTitle: string | null;
  /** What the command palette offers on this page besides the pages and dashboards. */
  actions: readonly PaletteAction[];
  dialog: "palette" | "help" | null;
  setPageTitle: (title: string | null) => void;
  setActions: (actions: readonly PaletteAction[]) => void;
  openDialog: (dialog: "palette" | "help") => void;
  closeDialog: () => void;
}

export const useShellStore = create<ShellState>()((set) => ({
  pageTitle: null,
  actions: [],
  dialog: null,
  setPageTitle: (pageTitle) => set({ pageTitle }),
  setActions: (actions) => set({ actions }),
  openDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
}));
