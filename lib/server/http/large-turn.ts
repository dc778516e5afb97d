/** Bodies from here on are worked on one after the other: what is made of them takes up to ten times their length. */
const largeFrom = 1_000_000;

let last: Promise<void> = Promise.resolve();

/**
 * Waits until no other large document is being worked on in this process, so that many at once need the memory of one.
 * The turn ends with `release`, which is safe to call without one.
 */
export function largeTurn(): { take(length: number): Promise<void>; release(): void } {
  let release: () => void = () => undefined;
  return {
    async take(length) {
      if (length < largeFrom) return;
      const before = last;
      last = new Promise((resolve) => {
        release = resolve;
      });
      await before;
    },
    release: () => release(),
  };
}

/** The same for one piece of work. */
export async function inLargeTurn<T>(length: number, work: () => Promise<T>): Promise<T> {
  const turn = largeTurn();
  try {
    await turn.take(length);
    return await work();
  } finally {
    turn.release();
  }
}
