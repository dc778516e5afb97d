import { fromPairs, newPair, type PairProblems, type PairRow } from "./pair-rows";

type Matchers = Readonly<Record<string, string | readonly string[]>>;

/** A label with several values stands on several lines. */
export function toMatcherRows(matchers: Matchers): PairRow[] {
  return Object.entries(matchers).flatMap(([label, given]) =>
    [given].flat().map((value) => newPair(label, value)),
  );
}

/** Lines of the same label are values side by side; the same line twice is a mistake. */
export function fromMatcherRows(rows: readonly PairRow[]): {
  record: Record<string, string | string[]>;
  problems: PairProblems;
} {
  const problems: PairProblems = {};
  const values = new Map<string, string[]>();
  for (const row of rows) {
    const alone = fromPairs([row]);
    Object.assign(problems, alone.problems);
    for (const [label, value] of Object.entries(alone.record)) {
      const before = values.get(label) ?? [];
      if (before.includes(value)) problems[row.id] = `${label} is listed with this value already.`;
      else values.set(label, [...before, value]);
    }
  }
  const one = (list: string[]) => (list.length === 1 ? (list[0] ?? "") : list);
  return { record: Object.fromEntries([...values].map(([label, list]) => [label, one(list)])), problems };
}
