/** How much of what is the same stands on either side, so that one sees where one is. */
const context = 24;

/** Two texts cut to where they differ, with a little of what is the same around it. */
export function differenceOf(before: string, after: string): { before: string; after: string } {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  const cut = (text: string) => {
    const from = start > context + 1 ? start - context : 0;
    const to = end > context + 1 ? text.length - end + context : text.length;
    const middle = text.slice(from, to).replace(/\s+/g, " ");
    return `${from > 0 ? "…" : ""}${middle}${to < text.length ? "…" : ""}`;
  };
  return { before: cut(before), after: cut(after) };
}
