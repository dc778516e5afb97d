import { useEffect } from "react";
import { type PaletteAction, useShellStore } from "@/lib/client/shell/shell-store";

/** Offers the page's actions in the command palette for as long as the page is shown. */
export function usePageActions(actions: readonly PaletteAction[]): void {
  const setActions = useShellStore((state) => state.setActions);
  useEffect(() => {
    setActions(actions);
    return () => setActions([]);
  }, [actions, setActions]);
}
