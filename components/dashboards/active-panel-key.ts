let byKeys = false;

if (typeof document !== "undefined") {
  const options = { passive: true, capture: true };
  const move = () => {
    byKeys = false;
  };
  const press = ({ key }: KeyboardEvent) => {
    byKeys ||= key === "Tab" || key.startsWith("Arrow");
  };
  document.addEventListener("pointermove", move, options);
  document.addEventListener("keydown", press, options);
}

/** The panel that keys act on: in focus once one has moved by keys, under the pointer once that has moved. */
export function activePanelKey(): string | null {
  const focused = document.activeElement?.closest<HTMLElement>("[data-panel-key]");
  const hovered = document.querySelector<HTMLElement>("[data-panel-key]:hover");
  const panel = byKeys ? (focused ?? hovered) : (hovered ?? focused);
  return panel?.dataset.panelKey ?? null;
}
