interface Turn<T> {
  running: Promise<T>;
  /** What begins when `running` has ended, for all who came meanwhile. */
  next: Promise<T> | null;
}

/**
 * Looks up what must be as it is now, once for all who ask at the same time. Nobody is given what was looked up before
 * they asked: who comes while one is under way waits for the next, so a change is felt by the very next request.
 */
export class SharedLookup<T> {
  readonly #turns = new Map<string, Turn<T>>();

  ask(key: string, look: () => Promise<T>): Promise<T> {
    const turn = this.#turns.get(key);
    if (!turn) return this.#begin(key, look);
    turn.next ??= turn.running.then(
      () => this.#begin(key, look),
      () => this.#begin(key, look),
    );
    return turn.next;
  }

  #begin(key: string, look: () => Promise<T>): Promise<T> {
    const turn: Turn<T> = { running: look(), next: null };
    this.#turns.set(key, turn);
    const end = () => {
      if (this.#turns.get(key) === turn && turn.next === null) this.#turns.delete(key);
    };
    turn.running.then(end, end);
    return turn.running;
  }
}
