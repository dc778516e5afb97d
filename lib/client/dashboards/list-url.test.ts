import { describe, expect, it } from "vitest";
import { orderOf, readListUrl, wholeList, writeListUrl } from "./list-url";

describe("list address", () => {
  it("comes back as it went", () => {
    const state = {
      ...{ query: "a&b", tags: ["x", "y z"], folder: "", starred: true, seen: true, trash: true },
      sort: "-updated" as const,
    };
    expect(readListUrl(new URLSearchParams(writeListUrl(state)))).toEqual(state);
  });

  it("is empty for the plain list, and survives nonsense", () => {
    const plain = readListUrl(new URLSearchParams("sort=colour&starred=maybe"));
    expect(plain).toEqual(wholeList);
    expect(writeListUrl(plain)).toBe("");
  });

  it("stands in the order that fits, unless one is chosen", () => {
    expect(orderOf(wholeList)).toBe("title");
    expect(orderOf({ ...wholeList, query: "x" })).toBe("relevance");
    expect(orderOf({ ...wholeList, seen: true })).toBe("seen");
    expect(orderOf({ ...wholeList, seen: true, sort: "updated" })).toBe("updated");
  });
});
