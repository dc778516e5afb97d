/** Label to the value, or the values, that a tenant may see. */
export type EnforcedMatchers = Readonly<Record<string, string | readonly string[]>>;

export function ownValues(given: string | readonly string[] | undefined): readonly string[] {
  return given === undefined ? [] : [...new Set([given].flat())];
}

/** Tells whether a label set carries one of the own values of every enforced label. */
export function carrierOf(
  matchers: EnforcedMatchers,
): (labels: Readonly<Record<string, unknown>>) => boolean {
  const wanted = Object.entries(matchers).map(([label, given]) => ({ label, own: ownValues(given) }));
  return (labels) =>
    wanted.every(({ label, own }) => {
      const value = Object.hasOwn(labels, label) ? labels[label] : undefined;
      return typeof value === "string" && own.includes(value);
    });
}
