import { constants, createGzip } from "node:zlib";
import { printInPieces } from "./print-in-pieces";

export type SendLine = (line: unknown) => Promise<void>;

interface StreamOptions {
  /** Called when the reader goes away. */
  leave: () => void;
  acceptEncoding?: string | null;
}

interface Sink {
  write(line: Uint8Array<ArrayBuffer>): Promise<void>;
  end(): Promise<void>;
}

type Push = (bytes: Uint8Array<ArrayBuffer>) => void;

/** Asked for no more while this much waits for a slow reader. */
const mostWaitingBytes = 1_000_000;
const lineEnd = new TextEncoder().encode("\n");

/** An NDJSON answer, each line sent as soon as it is known, compressed where the reader takes it. */
export function streamLines(
  produce: (send: SendLine) => Promise<void>,
  { leave, acceptEncoding }: StreamOptions,
): Response {
  const isGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(acceptEncoding ?? "");
  return new Response(linesOf(produce, isGzip ? gzipSink : plainSink, leave), {
    headers: {
      "Content-Type": "application/x-ndjson",
      "X-Accel-Buffering": "no",
      "X-Content-Type-Options": "nosniff",
      Vary: "Accept-Encoding",
      ...(isGzip ? { "Content-Encoding": "gzip" } : {}),
    },
  });
}

function linesOf(
  produce: (send: SendLine) => Promise<void>,
  sinkOf: (push: Push) => Sink,
  leave: () => void,
): ReadableStream {
  let open = true;
  let waiting: (() => void)[] = [];
  const wake = () => {
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const start = async (controller: ReadableStreamDefaultController) => {
    const sink = sinkOf((bytes) => {
      if (open) controller.enqueue(bytes);
    });
    const send: SendLine = async (line) => {
      // One line in one go: others are sent at the same time.
      const bytes = Buffer.concat([...(await printInPieces(line)), lineEnd]);
      if (!open) return;
      await sink.write(bytes);
      if (!open || (controller.desiredSize ?? 0) > 0) return;
      await new Promise<void>((resolve) => waiting.push(resolve));
    };
    try {
      await produce(send);
      await sink.end();
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

function plainSink(push: Push): Sink {
  return { write: async (line) => push(line), end: async () => undefined };
}

/** Flushed after each line, since the reader draws it at once. */
function gzipSink(push: Push): Sink {
  const gzip = createGzip({ level: 4 });
  gzip.on("data", push);
  return {
    write: (line) =>
      new Promise((resolve) => {
        gzip.write(line);
        gzip.flush(constants.Z_SYNC_FLUSH, resolve);
      }),
    end: () =>
      new Promise((resolve) => {
        gzip.once("end", resolve);
        gzip.end();
      }),
  };
}
