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
    const field = place.current?.querySelector<HTMLElement>("[data-promql-field] .cm-content");
    if (asksNothing.current && document.activeElement === document.body) field?.focus();
    return () => void setTimeout(() => focusInGrid(id));
  }, [id]);
  return place;
}
