import { describe, expect, it } from "vitest";
import { differenceOf } from "./difference-of";

describe("differenceOf", () => {
  it("shows short texts as they are", () => {
    expect(differenceOf("a", "b")).toEqual({ before: "a", after: "b" });
    expect(differenceOf("", "30s")).toEqual({ before: "", after: "30s" });
  });

  it("cuts long texts to where they differ, on one line", () => {
    const long = (name: string) =>
      `sum by (a_long_label, another) (\n  rate(${name}{job="web"}[5m])) / sum(other_total)`;
    expect(differenceOf(long("old"), long("new"))).toEqual({
      before: '…abel, another) ( rate(old{job="web"}[5m])) / sum(…',
      after: '…abel, another) ( rate(new{job="web"}[5m])) / sum(…',
    });
  });

  it("tells what is the same twice from what differs", () => {
    expect(differenceOf("aaa", "aaaa")).toEqual({ before: "aaa", after: "aaaa" });
  });
});
