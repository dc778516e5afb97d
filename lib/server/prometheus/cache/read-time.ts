const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?(e[-+]?\d+)?$/i;

/** Seconds as JSON may spell them; NaN for what it may not. */
export function readTimeMs(bytes: Buffer, from: number, to: number): number {
  const text = bytes.toString("latin1", from, to);
  return jsonNumber.test(text) ? Math.round(Number(text) * 1_000) : Number.NaN;
}
