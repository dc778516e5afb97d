/**
 * The hidden series after a click on `key`: only that one stays, or all come back when it already is alone.
 * `add` toggles just that one, as with Ctrl, Cmd or Shift held.
 */
export function chooseSeries(
  keys: string[],
  hidden: ReadonlySet<string>,
  key: string,
  add: boolean,
): Set<string> {
  if (add) {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    // Nothing left to see helps nobody: the last one going brings all back.
    return keys.every((one) => next.has(one)) ? new Set() : next;
  }
  const isAlone = !hidden.has(key) && keys.every((one) => one === key || hidden.has(one));
  return isAlone ? new Set() : new Set(keys.filter((one) => one !== key));
}
