import { isSameJson } from "@/lib/shared/dashboards/diff/leaf-changes";
import { type Deciding, decide, type Sides } from "./merge-value";

/**
 * The order of the side that reordered; what the other side added stands behind its neighbour. Where both reordered, it is a
 * conflict at `path`, unless the order says nothing (`path` null): then it is mine.
 */
export function mergeOrder(
  { base, mine, theirs }: Sides<readonly string[]>,
  present: ReadonlySet<string>,
  path: string[] | null,
  deciding: Deciding,
): string[] {
  const everywhere = new Set(base).intersection(new Set(mine)).intersection(new Set(theirs));
  const [before, my, their] = [base, mine, theirs].map((list) =>
    list.filter((key) => present.has(key) && everywhere.has(key)),
  );
  const iReordered = !isSameJson(my, before);
  const both = iReordered && !isSameJson(their, before) && !isSameJson(my, their);
  const chosen = both && path ? decide(path, my, their, deciding) : my;
  const theirFirst = iReordered ? both && isSameJson(chosen, their) : true;
  const [first, second] = theirFirst ? [theirs, mine] : [mine, theirs];
  return weave(first, second).filter((key) => present.has(key));
}

function weave(first: readonly string[], second: readonly string[]): string[] {
  const order = [...first];
  const known = new Set(order);
  let neighbour: string | undefined;
  for (const key of second) {
    if (!known.has(key)) {
      order.splice(neighbour === undefined ? 0 : order.indexOf(neighbour) + 1, 0, key);
      known.add(key);
    }
    neighbour = key;
  }
  return order;
}
