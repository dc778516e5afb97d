import { type RefObject, startTransition, useEffect, useRef, useState } from "react";
import type { GridItem } from "@/lib/client/dashboards/arrange-grid";
import { PageScroll } from "@/lib/client/dashboards/page-scroll";

/** Far enough that what one scrolls to stands before it is seen; each panel more makes every change of the page slower. */
const marginPx = 400;
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
    const leaveUses = noteUses(element, used.current);
    const leaveCells = watchCells(element, (changes) =>
      startTransition(() => setNear((before) => withChanges(before, changes, used.current))),
    );
    return () => {
      leaveUses();
      leaveCells();
    };
  }, [grid, items, isLong]);
  return isLong ? near : all;
}

/**
 * Tells which cells have come near (true) or gone far, but not while the page rushes by. What only goes waits for what
 * comes: each change has the browser sort the whole page anew.
 */
function watchCells(grid: Element, tell: (changes: ReadonlyMap<string, boolean>) => void): () => void {
  const scroll = new PageScroll();
  const leave = scroll.watch();
  let changes = new Map<string, boolean>();
  const tellAll = () => {
    if (changes.size > 0) tell(changes);
    changes = new Map();
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) changes.set(keyOf(target), isIntersecting);
      if ([...changes.values()].includes(true)) scroll.whenCalm(tellAll);
    },
    { rootMargin: `${marginPx}px 0px` },
  );
  for (const cell of grid.children) observer.observe(cell);
  return () => {
    leave();
    observer.disconnect();
    changes.clear();
  };
}

function noteUses(grid: Element, used: Set<string>): () => void {
  const note = ({ target }: Event) => {
    const cell = target instanceof Element ? target.closest("[data-cell]") : null;
    if (cell) used.add(keyOf(cell));
  };
  const types = ["focusin", "pointerdown"];
  for (const type of types) grid.addEventListener(type, note);
  return () => {
    for (const type of types) grid.removeEventListener(type, note);
  };
}

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
  changes: ReadonlyMap<string, boolean>,
  used: ReadonlySet<string>,
): ReadonlySet<string> {
  const after = new Set(before);
  for (const [key, isNear] of changes) {
    if (isNear || used.has(key)) after.add(key);
    else after.delete(key);
  }
  return after.size === before.size && after.isSubsetOf(before) ? before : after;
}
