import type uPlot from "uplot";

const load = () => import("./touch-gestures");

/** Gestures of fingers, and of Shift with the mouse: their code comes with the first pointer, where there are fingers at once. */
export function lateGestures(plot: uPlot, onRange: (fromMs: number, toMs: number) => void): () => void {
  let detach: (() => void) | null = null;
  let gone = false;
  const attach = () =>
    void load().then(
      ({ attachTouchGestures }) => {
        if (!gone) detach ??= attachTouchGestures(plot, onRange);
      },
      // Without it the chart is as good as before; the next one tries again.
      () => undefined,
    );
  if (navigator.maxTouchPoints > 0) attach();
  else plot.over.addEventListener("pointerenter", attach, { once: true });
  return () => {
    gone = true;
    detach?.();
  };
}
