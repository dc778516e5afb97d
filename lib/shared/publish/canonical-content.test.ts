import { describe, expect, it } from "vitest";
import { canonicalContent } from "./canonical-content";

describe("canonicalContent", () => {
  it("is the same for any order of keys and without Grafana's counters", () => {
    const one = canonicalContent({
      title: "T",
      panels: [{ id: 1, b: 1, a: 2 }],
      id: 4,
      version: 2,
      iteration: 1,
    });
    expect(one).toBe(canonicalContent({ panels: [{ a: 2, b: 1, id: 1 }], title: "T", id: null }));
  });

  it("tells different content apart", () => {
    expect(canonicalContent({ panels: [{ id: 1 }] })).not.toBe(canonicalContent({ panels: [{ id: 2 }] }));
    expect(canonicalContent({ a: "1" })).not.toBe(canonicalContent({ a: 1 }));
  });
});
