import { describe, expect, it } from "vitest";
import { changedValues } from "./changed-values";

describe("changedValues", () => {
  it("names what had to give way, and nothing that only is written otherwise", () => {
    const asked = { a: "x", b: ["x", "y"], c: "gone", d: "All", other: "1" };
    const inForce = { a: ["x"], b: ["x", "y"], c: ["first"], d: ["$__all"], e: "unasked" };
    expect(changedValues(asked, inForce)).toEqual({ c: ["first"], d: ["$__all"] });
  });
});
