/** A part of a text, and what comes in its place. */
export interface TextChange {
  from: number;
  to: number;
  text: string;
}

/** The text with its parts changed; what lies between stays letter by letter. */
export function changeText(text: string, changes: readonly TextChange[]): string {
  let changed = text;
  for (const change of changes.toSorted((a, b) => b.from - a.from)) {
    changed = changed.slice(0, change.from) + change.text + changed.slice(change.to);
  }
  return changed;
}
