/** Also used by `next.config.ts`, which has to say the same of an answer as the handler that compresses it. */
export const acceptsGzipPattern = "(?!.*gzip *; *q=0).*gzip.*";

const pattern = new RegExp(`^${acceptsGzipPattern}$`);

export function acceptsGzip(acceptEncoding: string | null | undefined): boolean {
  return pattern.test(acceptEncoding ?? "");
}
