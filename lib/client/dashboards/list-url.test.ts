import { describe, expect, it } from "vitest";
import { readListUrl, writeListUrl } from "./list-url";

describe("list address", () => {
  it("comes back as it went", () => {
    const state = { query: "a&b", tags: ["x", "y z"], folder: "", starred: true, sort: "updated" as const };
    expect(readListUrl(new URLSearchParams(writeListUrl(state)))).toEqual(state);
  });

  it("is empty for the plain list, and survives nonsense", () => {
    const plain = readListUrl(new URLSearchParams("sort=colour&starred=maybe"));
    expect(plain).toEqual({ query: "", tags: [], folder: null, starred: false, sort: "title" });
    expect(writeListUrl(plain)).toBe("");
  });
});
