import { printInPieces } from "./print-in-pieces";

export type SendLine = (line: unknown) => Promise<void>;

/** Asked for no more while this much waits for a slow reader. */
const mostWaitingBytes = 1_000_000;
const lineEnd = new TextEncoder().encode("\n");

/**
 * An NDJSON answer, each line sent as soon as it is known; `leave` is called when the reader goes away. Next compresses
 * what ends in +json, and sends on each line at once; an encoding of our own it would not announce.
 */
export function streamLines(produce: (send: SendLine) => Promise<void>, leave: () => void): Response {
  return new Response(linesOf(produce, leave), {
    headers: {
      "Content-Type": "application/x-ndjson+json",
      "X-Accel-Buffering": "no",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

function linesOf(produce: (send: SendLine) => Promise<void>, leave: () => void): ReadableStream {
  let open = true;
  let waiting: (() => void)[] = [];
  const wake = () => {
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const start = async (controller: ReadableStreamDefaultController) => {
    const send: SendLine = async (line) => {
      // One line in one go: others are sent at the same time.
      const bytes = Buffer.concat([...(await printInPieces(line)), lineEnd]);
      if (!open) return;
      controller.enqueue(bytes);
      if ((controller.desiredSize ?? 0) > 0) return;
      await new Promise<void>((resolve) => waiting.push(resolve));
    };
    try {
      await produce(send);
      if (open) controller.close();
    } catch (error) {
      if (open) controller.error(error);
    }
  };
  return new ReadableStream(
    {
      start: (controller) => void start(controller),
      pull: wake,
      cancel() {
        open = false;
        wake();
        leave();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaitingBytes }),
  );
}
