import { parser } from "@prometheus-io/lezer-promql";
import { describe, expect, it } from "vitest";
import { allowedFunctions } from "./functions";
import { knownNodes } from "./known-nodes";
import { findPromqlError, parsePromql } from "./parse";
import { costlyTexts } from "./testing/costly-texts";

describe("parsePromql", () => {
  it("knows every node of the installed grammar, and no other", () => {
    const names = new Set(
      parser.nodeSet.types.map((type) => type.name).filter((name) => /^[A-Z]/.test(name)),
    );
    names.delete("MetricName");
    expect([...names].sort(), "look whether new syntax can hold a series, then add it").toEqual(
      [...knownNodes].sort(),
    );
  });

  it("has a verdict on every function of the installed grammar", () => {
    const refused = ["info"];
    for (const name of [...allowedFunctions, ...refused]) {
      expect(() => parsePromql(`${name}()`), name).not.toThrow();
    }
  });

  it("refuses before parsing what would cost much", () => {
    expect(() => parsePromql("a".repeat(16 * 1024 + 1))).toThrow(/16 kB/);
    expect(() => parsePromql("a".repeat(16 * 1024))).not.toThrow();
    expect(() => parsePromql(`a{b="${"ü".repeat(8_200)}"}`)).toThrow(/16 kB/);
    for (const [open, close] of [
      ["(", ")"],
      ["abs(", ")"],
      ["-", ""],
      ["-#\n", ""],
      ["+ ", ""],
    ] as const) {
      expect(() => parsePromql(`${open.repeat(65)}a${close.repeat(65)}`), open).toThrow(/64 levels/);
      expect(() => parsePromql(`${open.repeat(64)}a${close.repeat(64)}`), open).not.toThrow();
    }
    expect(() => parsePromql(`a${"^a".repeat(70)}`)).toThrow(/64 levels/);
    expect(() => parsePromql(`${"(a)+".repeat(50)}${"(".repeat(65)}a${")".repeat(65)}`)).toThrow(/64 levels/);
  });

  it("says how to write a chain that is too long for the parser", () => {
    const chain = (length: number) => Array(length).fill('up{a="b"}').join(" + ");
    expect(() => parsePromql(chain(250))).not.toThrow();
    expect(() => parsePromql(chain(600))).toThrow(/groups of them in brackets/);
    expect(() =>
      parsePromql(
        Array(3)
          .fill(`(${chain(250)})`)
          .join(" + "),
      ),
    ).not.toThrow();
    expect(() => parsePromql("up )")).toThrow(/unexpected/);
  });

  it("refuses lists that never end, before parsing them", () => {
    expect(() => parsePromql(`{${'b="c",'.repeat(1_001)}}`)).toThrow(/1000 commas/);
    expect(() => parsePromql(`{${'b="c",'.repeat(1_000)}}`)).not.toThrow();
    expect(() => parsePromql(`{b="${",".repeat(2_000)}"} # ${",".repeat(2_000)}`)).not.toThrow();
  });

  it("does not count brackets in strings and comments", () => {
    expect(() => parsePromql(`a{b="${"(".repeat(100)}"} # ${"(".repeat(100)}`)).not.toThrow();
  });

  it.each(costlyTexts)("comes to an end with $name", ({ text }) => {
    const found = findPromqlError(text);
    expect(found === null || found.message.length < 500).toBe(true);
  });
});

describe("findPromqlError", () => {
  it("gives the place of the error, or null", () => {
    expect(findPromqlError("up")).toBeNull();
    expect(findPromqlError("up\n + }")).toMatchObject({ line: 2, column: 4, position: 6 });
  });
});
