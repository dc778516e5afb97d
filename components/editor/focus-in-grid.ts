const tryMs = 50;
const mostTries = 60;

/** Gives a panel of the grid the focus once it is drawn, which takes measuring first; what else got the focus meanwhile keeps it. */
export function focusInGrid(panelId: number, tries = mostTries): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const item = document.querySelector<HTMLElement>(`[data-grid-key="${panelId}"]`);
  if (item) item.focus();
  else if (tries > 0) setTimeout(() => focusInGrid(panelId, tries - 1), tryMs);
}
