/** Label to the value, or the values, that a tenant may see. */
export type EnforcedMatchers = Readonly<Record<string, string | readonly string[]>>;

export function ownValues(given: string | readonly string[] | undefined): readonly string[] {
  return given === undefined ? [] : [...new Set([given].flat())];
}

/** Whether a label set carries one of the own values of every enforced label. */
export function carriesMatchers(
  labels: Readonly<Record<string, unknown>>,
  matchers: EnforcedMatchers,
): boolean {
  return Object.entries(matchers).every(([label, given]) => {
    const value = Object.hasOwn(labels, label) ? labels[label] : undefined;
    return typeof value === "string" && ownValues(given).includes(value);
  });
}
