import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import { acceptsGzip } from "@/lib/shared/http/accepts-gzip";

const gzipped = promisify(gzip);

export async function compress(body: Uint8Array): Promise<Buffer<ArrayBuffer>> {
  return Buffer.from(await gzipped(body, { level: constants.Z_BEST_SPEED }));
}

/**
 * For routes that compress what they send. Next takes the header Content-Encoding out of every answer, so for these
 * `next.config.ts` sets it where the client takes gzip: then each of their answers has to be, errors included.
 */
export async function compressResponse(request: Request, response: Response): Promise<Response> {
  if (!acceptsGzip(request.headers.get("accept-encoding"))) return response;
  if (response.headers.get("content-encoding") === "gzip") return response;
  const body = await compress(new Uint8Array(await response.arrayBuffer()));
  const headers = new Headers(response.headers);
  headers.set("Content-Encoding", "gzip");
  headers.set("Content-Length", String(body.length));
  headers.set("Vary", "Accept-Encoding");
  return new Response(body, { status: response.status, headers });
}
