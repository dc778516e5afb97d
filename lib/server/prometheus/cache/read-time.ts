/** Counted from the digit 0. */
const decimalPoint = 46 - 48;
/** What makes milliseconds of the digits, by the length of the point and the decimals behind it. */
const thousandths = [1_000, 0, 100, 10, 1];
const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?(e[-+]?\d+)?$/i;

/** Seconds with up to three decimals, as Prometheus writes them, are read by hand; others by the language. */
export function readTimeMs(bytes: Buffer, from: number, to: number): number {
  let digits = 0;
  let pointAt = to;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (digit === decimalPoint && pointAt === to) pointAt = at;
    else return oddTimeMs(bytes, from, to);
  }
  const decimals = to - pointAt;
  const isPlain = decimals <= 4 && decimals !== 1 && to - from <= 15 && bytes[from] !== 48;
  return isPlain && pointAt > from ? digits * (thousandths[decimals] ?? 0) : oddTimeMs(bytes, from, to);
}

function oddTimeMs(bytes: Buffer, from: number, to: number): number {
  const text = bytes.toString("latin1", from, to);
  return jsonNumber.test(text) ? Math.round(Number(text) * 1_000) : Number.NaN;
}
