/** An NDJSON answer, each line sent as soon as it is known; `leave` is called when the reader goes away. */
export function streamLines(
  produce: (send: (line: unknown) => void) => Promise<void>,
  leave: () => void,
): Response {
  const encoder = new TextEncoder();
  let open = true;
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      try {
        await produce((line) => {
          if (open) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        });
        if (open) controller.close();
      } catch (error) {
        if (open) controller.error(error);
      }
    },
    cancel() {
      open = false;
      leave();
    },
  });
  return new Response(stream, {
    headers: {
      "Content-Type": "application/x-ndjson",
      "X-Accel-Buffering": "no",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
