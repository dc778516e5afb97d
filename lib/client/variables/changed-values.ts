type Values = Readonly<Record<string, string | string[]>>;

/** Those of the asked values in whose place another one is in force; names that are no variable are left alone. */
export function changedValues(asked: Values, inForce: Values): Record<string, string | string[]> {
  const changed = Object.keys(asked).filter((name) => {
    const now = inForce[name];
    return now !== undefined && [asked[name]].flat().join("\n") !== [now].flat().join("\n");
  });
  return Object.fromEntries(changed.map((name) => [name, inForce[name] ?? ""]));
}
