import { GatewayError } from "./gateway-error";

interface Running<T> {
  result: Promise<T>;
  controller: AbortController;
  waiting: number;
  isDone: boolean;
}

/** Equal questions under way at the same time are asked once; the last asker who leaves cancels it. */
export class InFlight<T> {
  readonly #running = new Map<string, Running<T>>();

  async ask(
    key: string,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (signal?.aborted) throw left();
    const running = this.#running.get(key) ?? this.#begin(key, start);
    running.waiting += 1;
    let onAbort = () => {};
    const gone = new Promise<never>((_, reject) => {
      onAbort = () => reject(left());
      signal?.addEventListener("abort", onAbort, { once: true });
    });
    try {
      return await Promise.race([running.result, gone]);
    } finally {
      signal?.removeEventListener("abort", onAbort);
      running.waiting -= 1;
      if (running.waiting === 0) {
        if (this.#running.get(key) === running) this.#running.delete(key);
        if (!running.isDone) running.controller.abort();
      }
    }
  }

  #begin(key: string, start: (signal: AbortSignal) => Promise<T>): Running<T> {
    const controller = new AbortController();
    const running: Running<T> = { controller, waiting: 0, isDone: false, result: start(controller.signal) };
    this.#running.set(key, running);
    const forget = () => {
      running.isDone = true;
      if (this.#running.get(key) === running) this.#running.delete(key);
    };
    running.result.then(forget, forget);
    return running;
  }
}

function left(): GatewayError {
  return new GatewayError("canceled", "The query was cancelled.");
}
