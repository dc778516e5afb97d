import { type RefObject, useEffect, useState } from "react";
import { useNearViewport } from "./use-near-viewport";

/** Beyond this many panels, those far from the viewport wait until one scrolls to them. */
const mostAtOnce = 100;
/** Lets the panels in view ask first. */
const farDelayMs = 200;

export interface PanelTurn {
  /** In the viewport or close to it, so worth refreshing; null until measured. */
  near: boolean | null;
  /** Its turn has come: it asks and draws from now on, wherever one scrolls. */
  shown: boolean;
  /** Its turn comes without scrolling. */
  expected: boolean;
}

/** When a panel may ask and draw: at once in view, soon after on dashboards of ordinary size, else when one scrolls to it. */
export function usePanelTurn(ref: RefObject<Element | null>, panelCount: number): PanelTurn {
  const near = useNearViewport(ref);
  const [shown, setShown] = useState(false);
  const eager = panelCount <= mostAtOnce;
  useEffect(() => {
    if (near === null || shown) return;
    if (near) setShown(true);
    else if (eager) {
      const timer = setTimeout(() => setShown(true), farDelayMs);
      return () => clearTimeout(timer);
    }
  }, [near, shown, eager]);
  return { near, shown: shown || near === true, expected: eager };
}
