import { AppError } from "@/lib/shared/errors";
import { StatusError } from "./status-error";

export const maxArchiveBytes = 200_000_000;

/** The body as a stream of bytes. It must say that it is a zip: no foreign page can send that type unasked. */
export async function* readZipBody(request: Request): AsyncGenerator<Uint8Array> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/zip") {
    throw new StatusError(415, "INVALID_INPUT", "Send the archive as application/zip.");
  }
  if (!request.body) throw new AppError("INVALID_INPUT", "The body is empty. Send the archive in it.");
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.length;
    if (bytes > maxArchiveBytes) {
      const message = `An archive has at most ${maxArchiveBytes / 1e6} MB. Split it.`;
      throw new StatusError(413, "INVALID_INPUT", message);
    }
    yield chunk;
  }
}
