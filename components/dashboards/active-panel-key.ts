/** The panel that keys act on: the one in focus where the keyboard is used, else the one under the pointer. */
export function activePanelKey(): string | null {
  const focused = document.activeElement?.closest<HTMLElement>("[data-panel-key]");
  const hovered = document.querySelector<HTMLElement>("[data-panel-key]:hover");
  const byKeys = document.activeElement?.matches(":focus-visible") === true;
  const panel = byKeys ? (focused ?? hovered) : (hovered ?? focused);
  return panel?.dataset.panelKey ?? null;
}
