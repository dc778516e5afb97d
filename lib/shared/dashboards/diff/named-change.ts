import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import type { Json } from "@/lib/shared/json";
import type { LeafChange } from "./leaf-changes";

/**
 * A difference in words ("query A", "unit", "threshold 2"). The values are those of the document where they are text or numbers,
 * else what they say in words.
 */
export interface NamedChange extends LeafChange {
  what: string;
}

/** How one value became another; empty where it has no words for it. */
export type Describe = (before: Json | undefined, after: Json | undefined, path: JsonPath) => NamedChange[];

/** One change of a whole value, told in words. */
export function asWhole(what: string, words: (value: Json) => string): Describe {
  const told = (value: Json | undefined) => (value === undefined ? undefined : words(value));
  return (before, after, path) => {
    const change = { what, path, before: told(before), after: told(after) };
    return change.before === change.after ? [] : [change];
  };
}

/** Where something stands, not what it says. */
export function isPlace({ what }: NamedChange): boolean {
  return what === "place" || what === "size" || what === "row";
}
