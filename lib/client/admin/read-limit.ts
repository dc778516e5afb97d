const mostLimit = 1_000_000;

/** A limit as typed; grouping marks are taken, anything but a whole number is a problem in words. */
export function readLimit(text: string): { limit: number } | { problem: string } {
  const plain = text.trim().replace(/[,\s_]/g, "");
  if (!/^\d+$/.test(plain)) return { problem: "Enter a whole number, 0 or more." };
  const limit = Number(plain);
  if (limit > mostLimit) return { problem: `The highest limit is ${mostLimit.toLocaleString("en")}.` };
  return { limit };
}
