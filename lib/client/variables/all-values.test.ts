import { describe, expect, it } from "vitest";
import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { askedValue, spelledValues } from "./all-values";

const options = [
  { text: "A", value: "a" },
  { text: "B", value: "b" },
];

function resolved(current: string | string[], more: Partial<ReadVariable> = {}) {
  return { variable: { type: "query", allValue: null, ...more } as ReadVariable, options, current };
}

describe("spelledValues", () => {
  it("lists every option for All, and what was chosen otherwise", () => {
    expect(spelledValues(resolved("$__all"))).toEqual(["a", "b"]);
    expect(spelledValues(resolved(["b"]))).toEqual(["b"]);
    expect(spelledValues(resolved(""))).toEqual([]);
  });
});

describe("askedValue", () => {
  it("spells All out for what a query found", () => {
    expect(askedValue(resolved(["$__all"]))).toEqual(["a", "b"]);
    expect(askedValue(resolved("a"))).toBe("a");
  });

  it("leaves All to the server where it knows more", () => {
    expect(askedValue(resolved("$__all", { allValue: ".+" }))).toBe("$__all");
    expect(askedValue(resolved("$__all", { type: "custom" }))).toEqual(["a", "b"]);
    expect(askedValue({ ...resolved("$__all"), options: [], error: "No answer." })).toBe("$__all");
  });

  it("asks nothing of its own while the options are not known", () => {
    expect(askedValue({ ...resolved("$__all"), options: [], error: null, pending: true })).toBe("$__all");
  });

  it("asks for the empty value where All is all of nothing", () => {
    expect(askedValue({ ...resolved("$__all"), options: [], error: null })).toBe("");
    expect(askedValue({ ...resolved("$__all", { allValue: ".*" }), options: [], error: null })).toBe(
      "$__all",
    );
  });
});
