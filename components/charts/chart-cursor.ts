import type uPlot from "uplot";

/** Shorter drags are presses. */
export const DRAG_PX = 5;

export function chartCursor(canZoom: boolean, zoomOut: () => null): uPlot.Cursor {
  return {
    y: false,
    drag: { x: canZoom, y: false, setScale: false, dist: DRAG_PX },
    bind: {
      dblclick: () => zoomOut,
      // With Shift the range is moved instead of zoomed.
      mousedown: (_plot, _target, handler) => (event) => (event.shiftKey ? null : handler(event)),
    },
  };
}
