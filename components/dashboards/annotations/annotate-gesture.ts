import type uPlot from "uplot";
import { DRAG_PX } from "@/components/charts/chart-cursor";
import type { ChartLayer } from "@/components/charts/chart-layer";
import { panelIdOf } from "@/components/charts/panel-id-of";
import type { AnnotationDraft } from "./mark-store";

const plots = new WeakMap<Element, uPlot>();

/** Lies over every chart over time, so that a press on one is known to belong to it. */
export const annotatingLayer: ChartLayer = {
  draw: (plot) => void plots.set(plot.over, plot),
  notesAt: () => [],
};

interface Drag {
  plot: uPlot;
  startX: number;
  box: HTMLElement;
  moved: boolean;
}

/** As in Grafana: a press with Ctrl or Cmd marks a moment, a drag a stretch of time. The chart sees neither. */
export function attachAnnotateGesture(onDraft: (draft: AnnotationDraft) => void): () => void {
  let drag: Drag | null = null;
  const end = () => {
    drag?.box.remove();
    drag = null;
  };
  const down = (event: MouseEvent) => {
    if (event.button !== 0 || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    const over = event.target instanceof Element ? event.target.closest(".u-over") : null;
    const plot = over ? plots.get(over) : undefined;
    if (!plot) return;
    event.stopPropagation();
    event.preventDefault();
    const box = document.createElement("div");
    box.className = "u-select";
    plot.over.append(box);
    drag = { plot, startX: event.clientX, box, moved: false };
  };
  const move = (event: MouseEvent) => {
    if (!drag) return;
    drag.moved ||= Math.abs(event.clientX - drag.startX) >= DRAG_PX;
    if (drag.moved) Object.assign(drag.box.style, boxStyle(drag, event.clientX));
  };
  const up = (event: MouseEvent) => {
    if (!drag) return;
    const { plot, startX, moved } = drag;
    end();
    const times = [startX, moved ? event.clientX : startX].map((x) => timeAt(plot, x)).sort((a, b) => a - b);
    const [fromMs = 0, toMs = fromMs] = times;
    // The click that follows in the same turn, if any, is not one that pins.
    const swallow = (click: MouseEvent) => click.stopPropagation();
    window.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener("click", swallow, true));
    onDraft({ panelId: panelIdOf(plot), fromMs, toMs });
  };
  const cancel = (event: KeyboardEvent) => event.key === "Escape" && end();
  // A press with Ctrl is the right button's on a Mac.
  const menu = (event: Event) => drag && event.preventDefault();
  document.addEventListener("mousedown", down, true);
  document.addEventListener("mousemove", move);
  document.addEventListener("mouseup", up, true);
  document.addEventListener("keydown", cancel, true);
  document.addEventListener("contextmenu", menu);
  return () => {
    end();
    document.removeEventListener("mousedown", down, true);
    document.removeEventListener("mousemove", move);
    document.removeEventListener("mouseup", up, true);
    document.removeEventListener("keydown", cancel, true);
    document.removeEventListener("contextmenu", menu);
  };
}

function leftOf({ over }: uPlot, clientX: number): number {
  const { left, width } = over.getBoundingClientRect();
  return Math.min(width, Math.max(0, clientX - left));
}

function timeAt(plot: uPlot, clientX: number): number {
  return Math.round(plot.posToVal(leftOf(plot, clientX), "x"));
}

function boxStyle({ plot, startX }: Drag, clientX: number) {
  const [left = 0, right = 0] = [leftOf(plot, startX), leftOf(plot, clientX)].sort((a, b) => a - b);
  return { left: `${left}px`, top: "0", width: `${right - left}px`, height: "100%" };
}
