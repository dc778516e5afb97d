/** Sends a long list part by part, one after another; an empty one in a single empty part. The first failure ends it. */
export async function inParts<Item, Answer>(
  items: readonly Item[],
  most: number,
  send: (part: readonly Item[], isFirst: boolean) => Promise<Answer>,
): Promise<Answer[]> {
  const answers = [await send(items.slice(0, most), true)];
  for (let at = most; at < items.length; at += most) {
    answers.push(await send(items.slice(at, at + most), false));
  }
  return answers;
}
