import type { Dispatcher } from "undici";
import { takeInTurns } from "./take-in-turns";
import { upstreamAgent } from "./upstream-policy";

export interface BodyCollector {
  add(chunk: Uint8Array): void;
  /** All that came in. */
  readonly bytes: Buffer<ArrayBuffer>;
}

export interface Exchange {
  url: URL;
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: string;
  /** Until the whole answer is here. */
  timeoutMs: number;
  signal?: AbortSignal;
  maxBytes: number;
  /** What takes the body of an answer of this status. */
  collectorFor(status: number): BodyCollector;
}

export interface Exchanged {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** When they came, by the clock here. */
  beganAtMs: number;
  collected: BodyCollector;
  /** More came than may come; what came before is collected. */
  isCut: boolean;
}

export class OutOfTime extends Error {}

/**
 * One question and its answer. The body is handed over as it is read from the connection: by way of a stream, each
 * piece of a long answer would wait for a turn of its own.
 */
export function upstreamExchange(input: Exchange): Promise<Exchanged> {
  const { url, method, headers, body, timeoutMs, signal, maxBytes } = input;
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | null = null;
    let isOver = false;
    let answer: Exchanged | null = null;
    let bytes = 0;
    const take = takeInTurns();
    const end = (settle: () => void) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      settle();
    };
    const breakOff = (reason: Error) => {
      end(() => reject(reason));
      controller?.abort(reason);
    };
    const onAbort = () => breakOff(new Error("The asker has left."));
    const timer = setTimeout(() => breakOff(new OutOfTime()), timeoutMs);
    if (signal?.aborted) return onAbort();
    signal?.addEventListener("abort", onAbort, { once: true });
    const { origin, pathname, search } = url;
    upstreamAgent().dispatch(
      { origin, path: `${pathname}${search}`, method, headers, body, headersTimeout: 0, bodyTimeout: 0 },
      {
        onRequestStart(of) {
          controller = of;
          if (isOver) of.abort(new Error("Nobody waits for this any more."));
        },
        onResponseStart(_, status, headers) {
          // What comes before the answer says nothing about it.
          if (status >= 200)
            answer = {
              status,
              headers,
              beganAtMs: Date.now(),
              collected: input.collectorFor(status),
              isCut: false,
            };
        },
        onResponseData(of, chunk) {
          if (isOver || !answer) return;
          bytes += chunk.length;
          if (bytes <= maxBytes) return take(of, answer.collected, chunk);
          const cut = { ...answer, isCut: true };
          end(() => resolve(cut));
          of.abort(new Error("The answer is too large."));
        },
        onResponseEnd() {
          const whole = answer;
          end(() => (whole ? resolve(whole) : reject(new Error("There was no answer."))));
        },
        onResponseError(_, error) {
          end(() => reject(error));
        },
      },
    );
  });
}
