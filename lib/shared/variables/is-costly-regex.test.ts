import { describe, expect, it } from "vitest";
import { isCostlyRegex } from "./is-costly-regex";

describe("isCostlyRegex", () => {
  it.each([
    "(a+)+$",
    "^(\\w*)*x",
    "((a|b)+c?)+",
    "(a+|b)*c",
    "(b|[ab])*c",
    "((b|a+)c?)*d",
    "(a|a)*b",
    "(\\w|\\d)+$",
    "(?:.*,)*x",
    "(a|ab){2,}$",
    "([a-z]+){10,}",
  ])("refuses %s", (source) => expect(isCostlyRegex(source)).toBe(true));

  it.each([
    '.*destination_service="([^"]*).*',
    ".*-(?:tags|heads)-(.*)-(?:0|dirty)-.*",
    "^(?!grafanacloud-usage|grafanacloud-ml-metrics).+$",
    "(?<text>[a-z]+)-(?<value>\\d+)",
    "id=(?<value>\\d+),name=(?<text>\\w+)",
    "(a|b)+",
    "(\\d{1,3}\\.){3}\\d{1,3}",
    "(foo|bar)?(baz)*",
    "^(.+)/$",
    "[(+)*]+",
    "\\(a+\\)+",
  ])("lets %s pass", (source) => expect(isCostlyRegex(source)).toBe(false));

  it("ends on any text", () => {
    expect(isCostlyRegex("(".repeat(10_000))).toBe(true);
    expect(isCostlyRegex(")))|||(((")).toBe(false);
  });
});
