/** Keys without dots and brackets, which recharts would read as a path. */
export function valueKey(index: number): string {
  return `v${index}`;
}
