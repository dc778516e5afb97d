import { describe, expect, it } from "vitest";
import { copyPanel, findCopiedPanel } from "./copied-panel";

function storeOf(initial: string | null = null) {
  let text = initial;
  return {
    getItem: () => text,
    setItem: (_key: string, value: string) => {
      text = value;
    },
  };
}

describe("copied panel", () => {
  it("is found as it was copied", () => {
    const store = storeOf();
    const panel = { id: 3, type: "stat", title: "Jobs", unknown: { kept: [1] } };
    expect(findCopiedPanel(store)).toBeNull();
    expect(copyPanel(store, panel)).toBe(true);
    expect(findCopiedPanel(store)).toEqual(panel);
  });

  it("is none where the browser holds something else, or keeps nothing", () => {
    for (const text of ["", "{", "[]", "3", '{"title":"no type"}'])
      expect(findCopiedPanel(storeOf(text))).toBeNull();
    const full = {
      getItem: () => {
        throw new Error("denied");
      },
      setItem: () => {
        throw new Error("full");
      },
    };
    expect(copyPanel(full, { type: "stat" })).toBe(false);
    expect(findCopiedPanel(full)).toBeNull();
  });
});
