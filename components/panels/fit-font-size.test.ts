import { expect, it } from "vitest";
import { cutText } from "./fit-font-size";

it("cuts a text to its room, and leaves one that fits", () => {
  expect(cutText("abcdefghij", 10, 60)).toBe("abcdefghij");
  expect(cutText("abcdefghij", 10, 30)).toBe("abcd…");
  expect(cutText("abc", 10, 0)).toBe("a…");
  expect(cutText("", 10, 30)).toBe("");
});
