export function ok(body: unknown): Response {
  return Response.json(body);
}

export function created(body: unknown): Response {
  return Response.json(body, { status: 201 });
}

export function noContent(): Response {
  return new Response(null, { status: 204 });
}

/** A zip as it is made; how many dashboards it will hold is told before, for whoever shows progress. */
export function zipResponse({
  body,
  fileName,
  dashboards,
}: {
  body: ReadableStream<Uint8Array>;
  fileName: string;
  dashboards: number;
}): Response {
  return new Response(body, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "X-Dashboards": String(dashboards),
    },
  });
}

const pieceLength = 65_536;

/**
 * An answer whose `document` is put in as it is stored: parsing and writing it again would lose digits. It is sent piece by
 * piece, so that a long one is not copied.
 */
export function withDocument({ documentText, ...rest }: { documentText: string }, status = 200): Response {
  const head = `${JSON.stringify(rest).slice(0, -1)},"document":`;
  const headers = { "Content-Type": "application/json" };
  return new Response(bodyOf(head, documentText, "}"), { status, headers });
}

/** Texts behind one another; what is long is sent piece by piece. */
export function bodyOf(...texts: string[]): string | ReadableStream<Uint8Array> {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return length <= pieceLength ? texts.join("") : inPieces(texts);
}

function inPieces(texts: string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      const text = texts[0];
      if (text === undefined) return controller.close();
      let end = at + pieceLength;
      // The halves of a pair stay together.
      if ((text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end++;
      controller.enqueue(encoder.encode(text.slice(at, end)));
      at = end;
      if (at < text.length) return;
      texts.shift();
      at = 0;
    },
  });
}
