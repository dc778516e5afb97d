import { compress } from "@/lib/server/http/compress-response";
import { acceptsGzip } from "@/lib/shared/http/accepts-gzip";
import { gzipShare, type StoredAnswer } from "./cache/cache-entry";

/** The body as the client can take it. A kept answer is compressed once, for all who ask for it. */
export async function encodeBody(
  answer: StoredAnswer,
  accepted: string | null,
): Promise<{ body: Buffer<ArrayBuffer>; headers: Record<string, string> }> {
  const headers = { Vary: "Accept-Encoding" };
  if (!acceptsGzip(accepted)) return { body: answer.body, headers };
  const body = answer.gzip ?? (await compress(answer.body));
  if (body.length <= answer.body.length * gzipShare) answer.gzip = body;
  return { body, headers: { ...headers, "Content-Encoding": "gzip" } };
}
