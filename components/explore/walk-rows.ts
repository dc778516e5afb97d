const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** For `ref`: the arrows lead from the search field into the list below it, and from row to row. */
export function walkRows(place: HTMLElement | null): () => void {
  place?.addEventListener("keydown", walk);
  return () => place?.removeEventListener("keydown", walk);
}

function walk(this: HTMLElement, event: KeyboardEvent): void {
  const step = steps[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement)) return;
  const stops = [...this.querySelectorAll<HTMLElement>("input, ul button")];
  const at = stops.indexOf(event.target);
  const next = at < 0 ? undefined : stops[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
