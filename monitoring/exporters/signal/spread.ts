/** How observed values spread: log-normal, as response times and sizes do. */
export interface Spread {
  median: number;
  /** 0.3 is narrow, 1 has a long tail. */
  sigma: number;
}

/** The value below which `share` (0 to 1, both excluded) of the observations lie. */
export function valueAtShare({ median, sigma }: Spread, share: number): number {
  return median * Math.exp(sigma * standardNormalAt(share));
}

/** Acklam's approximation of the inverse of the standard normal distribution. */
function standardNormalAt(share: number): number {
  if (share > 0.5) return -standardNormalAt(1 - share);
  if (share < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(share));
    return (
      (((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) *
        q +
        4.374664141464968) *
        q +
        2.938163982698783) /
      ((((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) *
        q +
        1)
    );
  }
  const q = share - 0.5;
  const r = q * q;
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598868) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
      1)
  );
}
