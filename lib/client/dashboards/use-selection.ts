import { useState } from "react";

export interface Selection<T> {
  /** What is chosen of the rows that are shown, in their order. */
  chosen: readonly T[];
  has: (uid: string) => boolean;
  /** With `range` all from the one toggled last to this one become chosen. */
  toggle: (uid: string, range: boolean) => void;
  choose: (items: readonly T[]) => void;
  clear: () => void;
}

/** Which rows of a list are chosen; one that is shown no longer is chosen no longer. */
export function useSelection<T extends { uid: string }>(items: readonly T[]): Selection<T> {
  const [uids, setUids] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  function toggle(uid: string, range: boolean) {
    const [from, to] = [
      items.findIndex((item) => item.uid === last),
      items.findIndex((item) => item.uid === uid),
    ];
    const between = items.slice(Math.min(from, to), Math.max(from, to) + 1).map((item) => item.uid);
    if (range && from !== -1) setUids((before) => before.union(new Set(between)));
    else setUids((before) => before.symmetricDifference(new Set([uid])));
    setLast(uid);
  }
  return {
    chosen: items.filter((item) => uids.has(item.uid)),
    has: (uid) => uids.has(uid),
    toggle,
    choose: (wanted) => setUids(new Set(wanted.map((item) => item.uid))),
    clear: () => setUids(new Set()),
  };
}
