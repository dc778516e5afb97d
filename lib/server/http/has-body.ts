/** Whether a request brings anything; Next gives those that bring nothing an empty stream. */
export function hasBody({ headers }: Request): boolean {
  return headers.has("content-type") || Number(headers.get("content-length") ?? 0) > 0;
}
