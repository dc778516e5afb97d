const between = Buffer.from(',{"metric"');
const result = Buffer.from('"result":[');
const end = Buffer.from("]}}");
const closeBrace = 125;

/**
 * The start of a long answer, closed behind its last whole series; null where no series is whole. A quote inside of a
 * label's value is escaped, so what parts two series stands nowhere else.
 */
export function firstSeries(start: Buffer): Buffer<ArrayBuffer> | null {
  const cut = start.lastIndexOf(between);
  const isWhole = cut > 0 && start[cut - 1] === closeBrace && start.indexOf(result) >= 0;
  return isWhole ? Buffer.concat([start.subarray(0, cut), end]) : null;
}
