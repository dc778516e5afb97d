import { type RefObject, startTransition, useEffect, useRef, useState } from "react";
import type { GridItem } from "@/lib/client/dashboards/arrange-grid";

/** Far enough that what one scrolls to stands before it is seen. */
const marginPx = 1_000;
/** Grid lines that may be in view or near it before anything is measured. */
const firstLines = 64;

const all = { has: () => true };

/**
 * Which cells of a long grid are near enough to the viewport to be worth their elements. One that somebody has used
 * stays, with what was chosen in it.
 */
export function useNearCells(
  grid: RefObject<HTMLElement | null>,
  items: readonly GridItem[],
  isLong: boolean,
): { has: (key: string) => boolean } {
  const [near, setNear] = useState<ReadonlySet<string>>(() => new Set(isLong ? keysAtTop(items) : []));
  const used = useRef(new Set<string>());
  useEffect(() => {
    const element = grid.current;
    if (!isLong || !element || items.length === 0) return;
    const observer = new IntersectionObserver(
      (entries) => startTransition(() => setNear((before) => withChanges(before, entries, used.current))),
      { rootMargin: `${marginPx}px 0px` },
    );
    for (const cell of element.children) observer.observe(cell);
    const use = ({ target }: Event) => {
      const cell = target instanceof Element ? target.closest("[data-cell]") : null;
      if (cell) used.current.add(keyOf(cell));
    };
    for (const type of uses) element.addEventListener(type, use);
    return () => {
      observer.disconnect();
      for (const type of uses) element.removeEventListener(type, use);
    };
  }, [grid, items, isLong]);
  return isLong ? near : all;
}

const uses = ["focusin", "pointerdown"];

function keyOf(cell: Element): string {
  return cell.getAttribute("data-cell") ?? "";
}

function keysAtTop(items: readonly GridItem[]): string[] {
  return items
    .filter((item) => (item.kind === "row" ? item.y : item.gridPos.y) < firstLines)
    .map(({ key }) => key);
}

function withChanges(
  before: ReadonlySet<string>,
  entries: readonly IntersectionObserverEntry[],
  used: ReadonlySet<string>,
): ReadonlySet<string> {
  const after = new Set(before);
  for (const { target, isIntersecting } of entries) {
    const key = keyOf(target);
    if (isIntersecting || used.has(key)) after.add(key);
    else after.delete(key);
  }
  return after.size === before.size && after.isSubsetOf(before) ? before : after;
}
