/** Called for moves of other charts; null when the pointer has left. */
export type CrosshairListener = (timeMs: number | null) => void;

const groups = new Map<string, Set<CrosshairListener>>();

/** All charts of one key share one time under the pointer. */
export function joinCrosshair(key: string, listener: CrosshairListener): () => void {
  const group = groups.get(key) ?? new Set();
  groups.set(key, group.add(listener));
  return () => {
    group.delete(listener);
    if (group.size === 0 && groups.get(key) === group) groups.delete(key);
  };
}

export function publishCrosshair(key: string, source: CrosshairListener, timeMs: number | null): void {
  for (const listener of groups.get(key) ?? []) if (listener !== source) listener(timeMs);
}
