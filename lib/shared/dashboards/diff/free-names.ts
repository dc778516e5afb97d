/** Gives each thing a name of its own: the second "a" is "a (2)". Many of one name take no longer than few. */
export function freeNames(): (name: string) => string {
  const taken = new Set<string>();
  const last = new Map<string, number>();
  return (name) => {
    let key = name;
    for (let n = last.get(name) ?? 1; taken.has(key); ) {
      n += 1;
      key = `${name} (${n})`;
      last.set(name, n);
    }
    taken.add(key);
    return key;
  };
}
