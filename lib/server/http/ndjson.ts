import { log } from "@/lib/server/log";
import { AppError } from "@/lib/shared/errors";

function lineOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}

/**
 * One line of JSON for each value, as it comes. What fails before the first line is thrown, and so answered with its
 * status; later there is only a line to say it in: `{ error: { code, message } }`.
 */
export async function ndjson(values: AsyncGenerator<unknown>): Promise<Response> {
  let next = await values.next();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (next.done) return controller.close();
      controller.enqueue(lineOf(next.value));
      try {
        next = await values.next();
      } catch (error) {
        controller.enqueue(lineOf({ error: toLine(error) }));
        controller.close();
      }
    },
    async cancel() {
      await values.return(undefined);
    },
  });
  // The second one keeps proxies from holding lines back.
  const headers = { "Content-Type": "application/x-ndjson", "X-Accel-Buffering": "no" };
  return new Response(body, { headers });
}

function toLine(error: unknown): { code: string; message: string } {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  log.error({ err: error }, "stream failed");
  return { code: "INTERNAL", message: "Something went wrong here. What was told before this line is done." };
}
