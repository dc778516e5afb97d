/** A line of a form that says `name = value`; `id` tells lines apart while both are empty. */
export interface PairRow {
  id: string;
  name: string;
  value: string;
}

export type PairProblems = Record<string, string>;

let made = 0;

export function newPair(name = "", value = ""): PairRow {
  made += 1;
  return { id: `pair-${made}`, name, value };
}

/** The lines as one object; empty lines are left out, problems are told by the line's id. */
export function fromPairs(
  rows: readonly PairRow[],
  { ignoreCase = false } = {},
): { record: Record<string, string>; problems: PairProblems } {
  const entries: [string, string][] = [];
  const seen = new Set<string>();
  const problems: PairProblems = {};
  for (const { id, name: typed, value } of rows) {
    const name = typed.trim();
    if (name === "" && value === "") continue;
    const key = ignoreCase ? name.toLowerCase() : name;
    if (name === "") problems[id] = "Enter the name that belongs to this value.";
    else if (seen.has(key)) problems[id] = `${name} is listed already.`;
    seen.add(key);
    entries.push([name, value]);
  }
  return { record: Object.fromEntries(entries), problems };
}
