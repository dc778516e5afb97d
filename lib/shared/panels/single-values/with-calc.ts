/** A display name may name the calculation, which only single values have. */
export function withCalc(title: string, calc: string): string {
  return title.replace(/\$\{?__calc\b\}?/g, calc);
}
