import { describe, expect, it } from "vitest";
import { readRecentRanges, rememberRange } from "./recent-ranges";

function memory(initial: string | null = null) {
  let text = initial;
  return {
    getItem: () => text,
    setItem: (_key: string, value: string) => {
      text = value;
    },
  };
}

describe("recent ranges", () => {
  it("keeps the newest four, each once", () => {
    const storage = memory();
    for (const from of ["1", "2", "3", "4", "5", "3"]) rememberRange(storage, { from, to: "9" });
    expect(readRecentRanges(storage).map(({ from }) => from)).toEqual(["3", "5", "4", "2"]);
  });

  it("starts anew when the storage holds something else", () => {
    expect(readRecentRanges(memory("{"))).toEqual([]);
    expect(readRecentRanges(memory('[{"from":1},null]'))).toEqual([]);
  });
});
