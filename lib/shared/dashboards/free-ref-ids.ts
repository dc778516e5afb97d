/** Gives one name after the other of the row A, B, ... Z, AA, AB, ... that is not taken. */
export function freeRefIds(taken: ReadonlySet<unknown>): () => string {
  let index = 0;
  return () => {
    for (; ; index++) {
      const refId = letters(index);
      if (!taken.has(refId)) {
        index += 1;
        return refId;
      }
    }
  };
}

function letters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter;
}
