const groupStart = /^\((?:\?(?:[:=!]|<[=!]|<[A-Za-z_]\w*>))?/;
const repetition = /^(?:[*+]|\{\d+,(?:\d{2,})?\})\??/;
const bounded = /^(?:\?|\{\d+(?:,\d?)?\})\??/;
const atom =
  /^(?:\\(?:[pPu]\{[^}]*\}|k<\w+>|x[\da-fA-F]{2}|u[\da-fA-F]{4}|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|[\s\S])/;
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");

interface Branch {
  /** Characters that it can begin with. */
  first: string;
  repeats: boolean;
}

/**
 * Whether a repetition holds another one, or alternatives that begin alike: on a text that does not match, such a
 * pattern tries exponentially many ways. Errs on the side of refusing.
 */
export function isCostlyRegex(source: string): boolean {
  const reader = { rest: source, costly: false };
  readBranches(reader, 0);
  return reader.costly;
}

interface Reader {
  rest: string;
  costly: boolean;
}

const mostNesting = 50;

function readBranches(reader: Reader, depth: number): Branch[] {
  const branches: Branch[] = [];
  if (depth > mostNesting) reader.costly = true;
  do {
    if (branches.length > 0) reader.rest = reader.rest.slice(1);
    branches.push(readBranch(reader, depth));
  } while (reader.rest.startsWith("|") && !reader.costly);
  return branches;
}

function readBranch(reader: Reader, depth: number): Branch {
  const branch: Branch = { first: "", repeats: false };
  let open = true;
  while (reader.rest !== "" && !/^[|)]/.test(reader.rest) && !reader.costly) {
    const group = groupStart.exec(reader.rest)?.[0];
    const inner = group === undefined ? [readAtom(reader)] : readGroup(reader, group, depth);
    const repeated = take(reader, repetition) !== "";
    const optional = repeated || take(reader, bounded) !== "";
    if (repeated && group !== undefined && (inner.some(({ repeats }) => repeats) || overlap(inner)))
      reader.costly = true;
    branch.repeats ||= repeated || inner.some(({ repeats }) => repeats);
    if (open) branch.first += inner.map(({ first }) => first).join("");
    open &&= optional;
  }
  return branch;
}

function readGroup(reader: Reader, start: string, depth: number): Branch[] {
  reader.rest = reader.rest.slice(start.length);
  const branches = readBranches(reader, depth + 1);
  reader.rest = reader.rest.slice(1);
  return branches;
}

function readAtom(reader: Reader): Branch {
  return { first: charactersOf(take(reader, atom)), repeats: false };
}

function take(reader: Reader, pattern: RegExp): string {
  const text = pattern.exec(reader.rest)?.[0] ?? "";
  reader.rest = reader.rest.slice(text.length);
  return text;
}

/** The printable ASCII characters that one atom matches; what is not plain counts as all of them. */
function charactersOf(text: string): string {
  if (/^[\w\s]$/.test(text)) return ascii.includes(text) ? text : "";
  if (text === "^" || text === "$" || /^\\[bB]$/.test(text)) return "";
  try {
    const one = new RegExp(`^(?:${text})$`);
    return [...ascii].filter((char) => one.test(char)).join("");
  } catch {
    return ascii;
  }
}

function overlap(branches: readonly Branch[]): boolean {
  const seen = new Set<string>();
  return branches.some(({ first }) => {
    const own = new Set(first);
    const meets = [...own].some((char) => seen.has(char));
    for (const char of own) seen.add(char);
    return meets;
  });
}
