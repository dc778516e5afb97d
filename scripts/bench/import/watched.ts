export interface Watched<T> {
  ms: number;
  megabytes: number;
  /** The longest turn of the event loop, for which everybody else waits. */
  turnMs: number;
  result: T;
}

/** The most that this process held while it worked, over what it held before. */
export async function watched<T>(work: () => Promise<T>): Promise<Watched<T>> {
  const before = process.memoryUsage.rss();
  let most = before;
  let turnMs = 0;
  let last = performance.now();
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
    turnMs = Math.max(turnMs, performance.now() - last);
    last = performance.now();
  };
  const watch = setInterval(look, 5);
  const from = last;
  const result = await work();
  clearInterval(watch);
  look();
  return { ms: last - from, megabytes: (most - before) / 1e6, turnMs, result };
}
