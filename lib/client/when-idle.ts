const restMs = 1_000;
const mostMs = 5_000;

/** Runs once the page has nothing else to do, on a machine that is never idle a little later; the answer takes it back. */
export function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(run, restMs);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(run, { timeout: mostMs });
  return () => cancelIdleCallback(idle);
}
