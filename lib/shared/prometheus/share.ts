/** An answer to the pages about "now" is shared this long at most. */
const longestShareSeconds = 15;
const instantShareSeconds = 10;

/**
 * How long the pages share an answer about the newest points. It divides the step, so that within one step all viewers
 * together ask no more often than one of them alone: what comes later for the same points is a late sample.
 */
export function shareMsOfStep(stepSeconds: number): number {
  const parts = Math.max(1, Math.ceil(stepSeconds / longestShareSeconds));
  return Math.round((stepSeconds / parts) * 1_000);
}

/** The time at which a panel asks for one value: of those who look at "now", all in ten seconds ask at the same. */
export function instantOfRange(toMs: number, nowMs: number): { timeSeconds: number; shareMs: number } {
  const isLive = toMs > nowMs - 60_000;
  const slot = isLive ? instantShareSeconds : 1;
  return { timeSeconds: Math.floor(toMs / 1_000 / slot) * slot, shareMs: isLive ? slot * 1_000 : 0 };
}
