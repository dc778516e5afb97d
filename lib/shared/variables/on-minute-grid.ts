const gridMs = 60_000;

/** Viewers who come within the same minute ask the same question. */
export function onMinuteGrid({ fromMs, toMs }: { fromMs: number; toMs: number }): {
  fromMs: number;
  toMs: number;
} {
  return { fromMs: Math.floor(fromMs / gridMs) * gridMs, toMs: Math.ceil(toMs / gridMs) * gridMs };
}
