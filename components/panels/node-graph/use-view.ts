import { useEffect, useRef, useState } from "react";

interface Size {
  width: number;
  height: number;
}

interface View {
  x: number;
  y: number;
  scale: number;
}

const [leastScale, mostScale, leastFitted, mostFitted] = [0.1, 4, 0.25, 1.25];
const step = 1.3;

/** The view in which all of a drawing is seen; what would be too small begins at its middle. */
export function fittedView(drawing: Size, room: Size): View {
  const whole = Math.min(room.width / Math.max(1, drawing.width), room.height / Math.max(1, drawing.height));
  const scale = Math.max(leastFitted, Math.min(mostFitted, whole));
  return {
    scale,
    x: (room.width - drawing.width * scale) / 2,
    y: (room.height - drawing.height * scale) / 2,
  };
}

/** Larger or smaller around a place that stays where it is. */
export function zoomedView(view: View, factor: number, { x, y }: { x: number; y: number }): View {
  const scale = Math.min(mostScale, Math.max(leastScale, view.scale * factor));
  const change = scale / view.scale;
  return { scale, x: x - (x - view.x) * change, y: y - (y - view.y) * change };
}

/** The view moved as little as brings a place of the drawing into sight. */
export function revealingView(
  view: View,
  { x, y }: { x: number; y: number },
  around: number,
  room: Size,
): View {
  const into = (at: number, size: number) => Math.max(around, Math.min(size - around, at)) - at;
  return {
    ...view,
    x: view.x + into(view.x + x * view.scale, room.width),
    y: view.y + into(view.y + y * view.scale, room.height),
  };
}

/** What of a drawing is seen: moved by the pointer, zoomed by Ctrl and the wheel and by buttons. */
export function useView(drawing: Size, room: Size) {
  const [own, setOwn] = useState<View | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const held = useRef<{ x: number; y: number } | null>(null);
  const view = own ?? fittedView(drawing, room);
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    const on = frame.current;
    on?.addEventListener("wheel", (event) => zoomByWheel(event, on, view, setOwn), {
      signal,
      passive: false,
    });
    on?.addEventListener("pointerdown", (event) => holdView(event, held, view), { signal });
    on?.addEventListener(
      "pointermove",
      ({ buttons, clientX, clientY }) => {
        if (buttons !== 1) held.current = null;
        else if (held.current) setOwn({ ...view, x: clientX - held.current.x, y: clientY - held.current.y });
      },
      { signal },
    );
    return () => left.abort();
  });
  const zoom = (factor: number) =>
    setOwn(zoomedView(view, factor, { x: room.width / 2, y: room.height / 2 }));
  return {
    frame,
    view,
    isFitted: own === null,
    larger: () => zoom(step),
    smaller: () => zoom(1 / step),
    fit: () => setOwn(null),
    reveal: (place: { x: number; y: number }, around: number) => {
      const next = revealingView(view, place, around, room);
      if (next.x !== view.x || next.y !== view.y) setOwn(next);
    },
  };
}

function zoomByWheel(event: WheelEvent, on: HTMLElement, view: View, show: (view: View) => void): void {
  // The wheel alone scrolls the page.
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const { left, top } = on.getBoundingClientRect();
  show(
    zoomedView(view, event.deltaY < 0 ? step : 1 / step, { x: event.clientX - left, y: event.clientY - top }),
  );
}

function holdView(
  { button, target, clientX, clientY }: PointerEvent,
  held: { current: { x: number; y: number } | null },
  view: View,
): void {
  const onButton = target instanceof Element && target.closest("button") !== null;
  held.current = button === 0 && !onButton ? { x: clientX - view.x, y: clientY - view.y } : null;
}
