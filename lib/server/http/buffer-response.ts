const buffers = new WeakMap<Response, Buffer<ArrayBuffer>>();

/** A response of one piece of memory. Given as a buffer, a large body would be copied twice on its way out. */
export function bufferResponse(body: Buffer<ArrayBuffer>, headers: Record<string, string>): Response {
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        controller.enqueue(body);
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const response = new Response(stream, { headers: { ...headers, "Content-Length": String(body.length) } });
  buffers.set(response, body);
  return response;
}

/** The body of such a response, for who can send it without its stream. */
export function bufferOf(response: Response): Buffer<ArrayBuffer> | undefined {
  return buffers.get(response);
}
