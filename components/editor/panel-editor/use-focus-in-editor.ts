import { type RefObject, useEffect, useRef } from "react";
import { focusInGrid } from "@/components/editor/focus-in-grid";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";

/**
 * The panel that was opened took the place of what had the focus. A panel that asks nothing yet gets it where its query is
 * written; on the way back it is on the panel in the grid, where arrows and keys go on from.
 */
export function useFocusInEditor({ id, targets }: ReadPanel): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const asksNothing = useRef(targets.every(({ expr, expression }) => expr === "" && !expression));
  useEffect(() => {
    const writeQuery = () => {
      if (!asksNothing.current || place.current?.contains(document.activeElement)) return;
      place.current?.querySelector<HTMLElement>("[data-promql-field] .cm-content")?.focus();
    };
    writeQuery();
    // The menu that it was added by gives the focus back to its button as it closes.
    const later = setTimeout(writeQuery, 200);
    return () => {
      clearTimeout(later);
      setTimeout(() => focusInGrid(id));
    };
  }, [id]);
  return place;
}
