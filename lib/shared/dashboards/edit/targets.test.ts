import { describe, expect, it } from "vitest";
import { newTarget, nextRefId, withCopy } from "./targets";

describe("targets", () => {
  it("get the first free refId", () => {
    expect(nextRefId([])).toBe("A");
    expect(nextRefId([{ refId: "A" }, { refId: "C" }])).toBe("B");
    const alphabet = Array.from({ length: 26 }, (_, index) => ({ refId: String.fromCharCode(65 + index) }));
    expect(nextRefId(alphabet)).toBe("AA");
    expect(newTarget([{ refId: "A" }])).toMatchObject({ refId: "B", expr: "" });
  });

  it("are copied with all they hold", () => {
    expect(withCopy([{ refId: "A", expr: "up", odd: 1 }, { refId: "B" }], 0)).toEqual([
      { refId: "A", expr: "up", odd: 1 },
      { refId: "C", expr: "up", odd: 1 },
      { refId: "B" },
    ]);
  });
});
