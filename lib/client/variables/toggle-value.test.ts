import { describe, expect, it } from "vitest";
import { chosenText, toggleValue } from "./toggle-value";

describe("toggleValue", () => {
  it("adds and takes out", () => {
    expect(toggleValue(["a"], "b", false)).toEqual(["a", "b"]);
    expect(toggleValue(["a", "b"], "a", false)).toEqual(["b"]);
  });

  it("lets All stand alone", () => {
    expect(toggleValue(["a", "b"], "$__all", true)).toEqual(["$__all"]);
    expect(toggleValue(["$__all"], "a", true)).toEqual(["a"]);
    expect(toggleValue(["a"], "a", true)).toEqual(["$__all"]);
    expect(toggleValue(["a"], "a", false)).toEqual([]);
  });
});

describe("chosenText", () => {
  it("shows the texts of the values, and All as such", () => {
    expect(
      chosenText(
        ["1", "2", "9"],
        [
          { text: "one", value: "1" },
          { text: "two", value: "2" },
        ],
      ),
    ).toBe("one + two + 9");
    expect(chosenText(["$__all"], [])).toBe("All");
  });
});
