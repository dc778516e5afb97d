/** What all long work together may take of one turn of the event loop, but for the last piece that has begun. */
const turnMs = 8;

const waiting: (() => void)[] = [];
let isServed = false;

/**
 * Where long work pauses after some milliseconds of its own, so that others go on. Many such works, each with its piece in
 * the same turn of the event loop, would hold up all others still: so they share what there is of a turn.
 */
export function ownTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (isServed) return;
    isServed = true;
    setImmediate(serve);
  });
}

function serve(): void {
  const endMs = performance.now() + turnMs;
  const begin = () => {
    waiting.shift()?.();
    // What was waited for runs as a microtask, this after all of those.
    queueMicrotask(() => process.nextTick(goOn));
  };
  const goOn = () => {
    if (waiting.length === 0) isServed = false;
    else if (performance.now() >= endMs) setImmediate(serve);
    else begin();
  };
  begin();
}
