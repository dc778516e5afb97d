/** The characters of a number as Prometheus writes it, and of `NaN`, `+Inf`, `-Inf`. */
const ofNumber = new Uint8Array(256);
for (const char of "0123456789+-.eEInfNa") ofNumber[char.charCodeAt(0)] = 1;

export function endOfNumber(bytes: Uint8Array, from: number): number {
  let at = from;
  while (ofNumber[bytes[at] ?? 0] === 1) at += 1;
  return at;
}
