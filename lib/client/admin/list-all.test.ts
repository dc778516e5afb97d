import { afterEach, describe, expect, it, vi } from "vitest";
import { listAll, withCursor } from "./list-all";

afterEach(() => vi.unstubAllGlobals());

describe("listAll", () => {
  it("follows the cursors to the end, in order", async () => {
    const asked: string[] = [];
    vi.stubGlobal("fetch", async (path: string) => {
      asked.push(path);
      const first = !path.includes("cursor");
      return Response.json({ items: first ? [1, 2] : [3], nextCursor: first ? "a b" : null });
    });
    expect(await listAll<number>("/x?limit=2")).toEqual([1, 2, 3]);
    expect(asked).toEqual(["/x?limit=2", "/x?limit=2&cursor=a%20b"]);
  });
});

describe("withCursor", () => {
  it("begins the query when there is none", () => {
    expect(withCursor("/x", "c")).toBe("/x?cursor=c");
    expect(withCursor("/x", null)).toBe("/x");
  });
});
