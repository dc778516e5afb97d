import type { Tree } from "@lezer/common";
import { readSelector, type Selector } from "./selector";

/** Every vector selector of the tree, in the order of the text. */
export function selectorsOf(expr: string, tree: Tree): Selector[] {
  const found: Selector[] = [];
  tree.iterate({
    enter(node) {
      if (node.name !== "VectorSelector") return undefined;
      found.push(readSelector(expr, node.node));
      return false;
    },
  });
  return found;
}
