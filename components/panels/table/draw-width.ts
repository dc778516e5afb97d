const leastPx = 40;

/** Follows the pointer that holds a column's edge until it lets go. */
export function drawWidth(handle: HTMLElement, pointerId: number, onWidth: (px: number) => void): void {
  const left = handle.closest("th")?.getBoundingClientRect().left ?? 0;
  // Whoever let go before this code was there has drawn nothing.
  try {
    handle.setPointerCapture(pointerId);
  } catch {
    return;
  }
  handle.onpointermove = ({ clientX }) => onWidth(Math.max(leastPx, Math.round(clientX - left)));
  handle.onpointerup = () => {
    handle.onpointermove = null;
  };
}
