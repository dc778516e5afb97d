import { itemsOf, type Member, membersOf } from "./scan-json";

/**
 * The next text, spelt as the old one wherever it says the same. A document that went through a program comes back with
 * `1.0` as `1`, digits beyond 2^53 lost, `1e999` as null and keys like "10" moved to the front; what the person did not
 * change keeps its text. Both are valid JSON without white space.
 */
export function carryOver(old: string, next: string): string {
  const plan = planOf(old, next);
  if (typeof plan === "string") return plan;
  return plan.join(plan.parts.map(([before, after]) => carryOver(before, after)));
}

/** As deep as the members of panels, of which one is never long. */
const depthInSteps = 3;

/** The same for long texts. */
export function* carryOverInSteps(old: string, next: string, depth = depthInSteps): Generator<void, string> {
  if (depth === 0) return carryOver(old, next);
  const plan = planOf(old, next);
  yield;
  if (typeof plan === "string") return plan;
  const carried: string[] = [];
  for (const [before, after] of plan.parts) carried.push(yield* carryOverInSteps(before, after, depth - 1));
  return plan.join(carried);
}

/** What is carried over part by part: each an old text and the next one. */
interface Plan {
  parts: [string, string][];
  join: (carried: string[]) => string;
}

function planOf(old: string, next: string): Plan | string {
  if (old === next) return old;
  const kind = next.charAt(0);
  if (kind !== old.charAt(0) && "{[".includes(kind)) return next;
  if (kind === "{") return planMembers(old, next);
  if (kind === "[") return planItems(old, next);
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

function planMembers(old: string, next: string): Plan {
  const [before, after] = [membersOf(old), membersOf(next)];
  const [oldLast, nextLast] = [lastOf(before), lastOf(after)];
  const parts = [...nextLast].map(([key, member]): [string, string] => {
    const text = next.slice(member.start, member.end);
    const twin = oldLast.get(key);
    return [twin ? old.slice(twin.start, twin.end) : text, text];
  });
  const repeated = new Map<string, Member[]>();
  if (oldLast.size < before.length) for (const one of before) listIn(repeated, one.key).push(one);
  const join = (values: string[]) => {
    const carried = new Map([...nextLast.keys()].map((key, i) => [key, values[i] ?? ""]));
    const texts = orderOf(before, [...nextLast.keys()]).flatMap((key) => {
      const twin = oldLast.get(key);
      const value = carried.get(key) ?? "";
      const isKept = twin && value === old.slice(twin.start, twin.end);
      // A key that stands twice stays so until its value changes.
      const repeats = (isKept && repeated.get(key)?.filter((one) => one !== twin)) || [];
      const keyText = (twin ?? nextLast.get(key))?.keyText;
      return [
        ...repeats.map((one) => `${one.keyText}:${old.slice(one.start, one.end)}`),
        `${keyText}:${value}`,
      ];
    });
    return `{${texts.join(",")}}`;
  };
  return { parts, join };
}

function listIn<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
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
    else listIn(followers, previous).push(key);
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

function planItems(old: string, next: string): Plan {
  const [before, after] = [textsOf(old), textsOf(next)];
  const names = before.map((text) => [text, identityOf(text)].filter((name) => name !== null));
  const free = new Map<string, number[]>();
  // From behind, so that the first one free stands last.
  for (let i = before.length - 1; i >= 0; i--) for (const name of names[i] ?? []) listIn(free, name).push(i);
  const used = new Set<number>();
  const take = (name: string | null, at: number) => {
    if (name === null) return undefined;
    const candidates = free.get(name) ?? [];
    while (used.has(candidates.at(-1) ?? -1)) candidates.pop();
    const found = names[at]?.includes(name) && !used.has(at) ? at : candidates.at(-1);
    if (found !== undefined) used.add(found);
    return found;
  };
  const exact = after.map((text, i) => take(text, i));
  const twins = after.map((text, i) => exact[i] ?? take(identityOf(text), i));
  const parts = after.map((text, i): [string, string] => {
    const twin = twins[i] ?? (used.has(i) ? undefined : i);
    return [(twin === undefined ? undefined : before[twin]) ?? text, text];
  });
  return { parts, join: (items) => `[${items.join(",")}]` };
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
