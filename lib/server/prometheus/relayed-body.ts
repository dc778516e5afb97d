import type { GatewayBody, Relay } from "./gateway";

/** Less is not worth a packet of its own; an answer that is shorter is sent as a whole, with its length. */
const leastBytes = 16 * 1_024;

/**
 * The body of an answer that is sent while the rest of it still comes in. When the rest does not come, or is not right,
 * the stream fails and the connection is broken off: what was sent is never a whole envelope.
 */
export class RelayedBody implements Relay {
  /** When the answer can no longer be an error. */
  readonly begun: Promise<"begun">;
  #begin: () => void = () => undefined;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  readonly #body: ReadableStream<Uint8Array>;
  #passed: Buffer<ArrayBuffer> = Buffer.alloc(0);

  constructor() {
    this.begun = new Promise((resolve) => {
      this.#begin = () => resolve("begun");
    });
    this.#body = new ReadableStream({
      start: (controller) => {
        this.#controller = controller;
      },
      cancel: () => {
        this.#controller = null;
      },
    });
  }

  pass(checked: Buffer<ArrayBuffer>): void {
    if (checked.length - this.#passed.length < leastBytes) return;
    this.#controller?.enqueue(checked.subarray(this.#passed.length));
    this.#passed = checked;
    this.#begin();
  }

  /** The body, to its end. */
  stream(asked: Promise<Pick<GatewayBody, "answer">>): ReadableStream<Uint8Array> {
    asked.then(
      ({ answer }) => this.#finish(answer.body),
      (error: unknown) => this.#controller?.error(error),
    );
    return this.#body;
  }

  #finish(body: Buffer<ArrayBuffer>): void {
    const { length } = this.#passed;
    if (body.compare(this.#passed, 0, length, 0, length) !== 0) {
      this.#controller?.error(new Error("The answer does not go on as it began."));
      return;
    }
    this.#controller?.enqueue(body.subarray(length));
    this.#controller?.close();
  }
}
