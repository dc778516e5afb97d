import { itemsOf, type Member, membersOf } from "./scan-json";

/**
 * The next text, spelt as the old one wherever it says the same. A document that went through a program comes back with
 * `1.0` as `1`, digits beyond 2^53 lost, `1e999` as null and keys like "10" moved to the front; what the person did not
 * change keeps its text. Both are valid JSON without white space.
 */
export function carryOver(old: string, next: string): string {
  if (old === next) return old;
  const kind = next.charAt(0);
  if (kind !== old.charAt(0) && "{[".includes(kind)) return next;
  if (kind === "{") return carryMembers(old, next);
  if (kind === "[") return carryItems(old, next);
  return saysTheSame(old, next) ? old : next;
}

function saysTheSame(old: string, next: string): boolean {
  if ("{[".includes(old.charAt(0))) return false;
  const before: unknown = JSON.parse(old);
  const after: unknown = JSON.parse(next);
  // What a double cannot hold is written as null by every program that reads it into one.
  return before === after || (after === null && typeof before === "number" && !Number.isFinite(before));
}

function lastOf(members: readonly Member[]): Map<string, Member> {
  return new Map(members.map((member) => [member.key, member]));
}

function carryMembers(old: string, next: string): string {
  const [before, after] = [membersOf(old), membersOf(next)];
  const [oldLast, nextLast] = [lastOf(before), lastOf(after)];
  const carried = new Map(
    [...nextLast].map(([key, member]) => {
      const twin = oldLast.get(key);
      const text = next.slice(member.start, member.end);
      const value = twin ? carryOver(old.slice(twin.start, twin.end), text) : text;
      return [key, `${twin?.keyText ?? member.keyText}:${value}`];
    }),
  );
  const parts = orderOf(before, [...nextLast.keys()]).flatMap((key) => {
    const text = carried.get(key) ?? "";
    const twin = oldLast.get(key);
    const isKept = twin && text === `${twin.keyText}:${old.slice(twin.start, twin.end)}`;
    // A key that stands twice stays so until its value changes.
    const repeats = isKept ? before.filter((one) => one.key === key && one !== twin) : [];
    return [...repeats.map((one) => `${one.keyText}:${old.slice(one.start, one.end)}`), text];
  });
  return `{${parts.join(",")}}`;
}

/** The old order where the person kept it, new keys behind the one they follow. */
function orderOf(before: readonly Member[], after: readonly string[]): string[] {
  const kept = new Set(after);
  const old = [...new Set(before.map(({ key }) => key))].filter((key) => kept.has(key));
  const known = new Set(old);
  const surviving = after.filter((key) => known.has(key));
  const asProgramsOrder = Object.keys(Object.fromEntries(old.map((key) => [key, 0])));
  if (!isSame(surviving, old) && !isSame(surviving, asProgramsOrder)) return [...after];
  const followers = new Map<string | undefined, string[]>();
  let previous: string | undefined;
  for (const key of after) {
    if (known.has(key)) previous = key;
    else followers.set(previous, [...(followers.get(previous) ?? []), key]);
  }
  return [undefined, ...old].flatMap((key) => [
    ...(key === undefined ? [] : [key]),
    ...(followers.get(key) ?? []),
  ]);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, i) => key === other[i]);
}

function textsOf(list: string): string[] {
  return itemsOf(list).map(({ start, end }) => list.slice(start, end));
}

function carryItems(old: string, next: string): string {
  const [before, after] = [textsOf(old), textsOf(next)];
  const free = new Map<string, number[]>();
  before.forEach((text, i) => {
    for (const name of [text, identityOf(text)]) if (name) free.set(name, [...(free.get(name) ?? []), i]);
  });
  const used = new Set<number>();
  const take = (name: string | null, at: number) => {
    const candidates = (name ? free.get(name) : undefined)?.filter((i) => !used.has(i)) ?? [];
    const found = candidates.includes(at) ? at : candidates[0];
    if (found !== undefined) used.add(found);
    return found;
  };
  const exact = after.map((text, i) => take(text, i));
  const twins = after.map((text, i) => exact[i] ?? take(identityOf(text), i));
  const items = after.map((text, i) => {
    const twin = twins[i] ?? (used.has(i) ? undefined : i);
    const oldText = twin === undefined ? undefined : before[twin];
    return oldText === undefined ? text : carryOver(oldText, text);
  });
  return `[${items.join(",")}]`;
}

const identities = ["id", "refId", "name", "uid", "key"];

/** What tells one item of a list from the others: a panel's id, a target's refId, a variable's name. */
function identityOf(item: string): string | null {
  if (!item.startsWith("{")) return null;
  const members = lastOf(membersOf(item));
  for (const key of identities) {
    const member = members.get(key);
    if (member) return `${key}=${item.slice(member.start, member.end)}`;
  }
  return null;
}
