import type uPlot from "uplot";
import { dragTimeScale } from "./time-scale";

interface Gesture {
  startX: number;
  distance: number;
  fromMs: number;
  toMs: number;
  moved: boolean;
}

const MOVE_PX = 8;

/**
 * One finger pans the time range, two zoom it, a tap shows the tooltip; vertical moves scroll the page. A mouse pans
 * with Shift held.
 */
export function attachTouchGestures(
  plot: uPlot,
  onRange: (fromMs: number, toMs: number) => void,
): () => void {
  const { over } = plot;
  const fingers = new Map<number, number>();
  let gesture: Gesture | null = null;

  const spread = () => {
    const xs = [...fingers.values()];
    return xs.length < 2 ? 0 : Math.abs((xs[0] ?? 0) - (xs[1] ?? 0));
  };
  const middle = () => [...fingers.values()].reduce((sum, x) => sum + x, 0) / Math.max(1, fingers.size);
  const begin = () => {
    const { min, max } = plot.scales.x ?? {};
    if (min === undefined || max === undefined) return;
    gesture = {
      startX: middle(),
      distance: spread(),
      fromMs: min,
      toMs: max,
      moved: gesture?.moved ?? false,
    };
  };
  const down = (event: PointerEvent) => {
    if (event.pointerType !== "touch" && !(event.shiftKey && event.button === 0)) return;
    if (event.pointerType !== "touch") over.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, event.clientX);
    begin();
  };
  const move = (event: PointerEvent) => {
    if (!gesture || !fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, event.clientX);
    const moved = middle() - gesture.startX;
    if (!gesture.moved && Math.abs(moved) < MOVE_PX && Math.abs(spread() - gesture.distance) < MOVE_PX)
      return;
    // The tooltip of an earlier tap would stay behind.
    if (!gesture.moved) plot.setCursor({ left: -10, top: -10 });
    gesture.moved = true;
    dragTimeScale(plot, draggedRange(gesture, moved, spread(), plot.over.clientWidth));
  };
  const up = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId) || !gesture) return;
    if (fingers.size > 0) return begin();
    const { min, max } = plot.scales.x ?? {};
    if (gesture.moved && min !== undefined && max !== undefined) {
      if (event.type === "pointerup") onRange(Math.round(min), Math.round(max));
      else dragTimeScale(plot, null);
    }
    gesture = null;
  };

  over.addEventListener("pointerdown", down);
  over.addEventListener("pointermove", move);
  over.addEventListener("pointerup", up);
  over.addEventListener("pointercancel", up);
  return () => {
    over.removeEventListener("pointerdown", down);
    over.removeEventListener("pointermove", move);
    over.removeEventListener("pointerup", up);
    over.removeEventListener("pointercancel", up);
  };
}

/** The range after fingers moved by `movedPx` and spread from `gesture.distance` to `spreadPx`. */
function draggedRange(gesture: Gesture, movedPx: number, spreadPx: number, widthPx: number) {
  const zoom = gesture.distance > 0 && spreadPx > 0 ? gesture.distance / spreadPx : 1;
  const span = gesture.toMs - gesture.fromMs;
  const center = gesture.fromMs + span / 2 - (movedPx / Math.max(1, widthPx)) * span;
  return { fromMs: center - (span * zoom) / 2, toMs: center + (span * zoom) / 2 };
}
