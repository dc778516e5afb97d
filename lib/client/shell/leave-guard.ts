type Go = () => void;

let guard: ((go: Go) => void) | null = null;

/** Lets a page ask before the person leaves it; the answer takes the guard away again. */
export function guardLeaving(ask: (go: Go) => void): () => void {
  guard = ask;
  return () => {
    if (guard === ask) guard = null;
  };
}

/** Goes to another page, unless the present one has something to ask first. */
export function leavePage(go: Go): void {
  if (guard) guard(go);
  else go();
}
