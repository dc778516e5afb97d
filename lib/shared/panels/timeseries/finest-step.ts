export interface StepRule {
  decimals?: number | undefined;
  unit?: string | undefined;
  format: (value: number) => string;
}

/**
 * The least distance of ticks whose labels stay true with the decimals that a person set. Null where none are set,
 * and where the unit shows small values in a smaller unit, for those keep their digits.
 */
export function finestStep({ decimals, unit, format }: StepRule): number | null {
  if (decimals === undefined) return null;
  const finest = 10 ** -decimals / (unit === "percentunit" ? 100 : 1);
  return shownNumber(format(finest / 100)) === 0 ? finest : null;
}

function shownNumber(text: string): number {
  return Number.parseFloat(text.replace(/^[^\d.-]+/, ""));
}
