import { parser } from "@prometheus-io/lezer-promql";
import { describe, expect, it } from "vitest";
import { allowedFunctions } from "./functions";
import { knownNodes } from "./known-nodes";
import { findPromqlError, parsePromql } from "./parse";

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
    expect(() => parsePromql(`a{b="${"ü".repeat(8_200)}"}`)).toThrow(/16 kB/);
    for (const [open, close] of [
      ["(", ")"],
      ["abs(", ")"],
      ["-", ""],
      ["-#\n", ""],
      ["+ ", ""],
    ] as const) {
      expect(() => parsePromql(`${open.repeat(65)}a${close.repeat(65)}`), open).toThrow(/64 levels/);
      expect(() => parsePromql(`${open.repeat(40)}a${close.repeat(40)}`), open).not.toThrow();
    }
    expect(() => parsePromql(`a${"^a".repeat(70)}`)).toThrow(/64 levels/);
  });

  it("does not count brackets in strings and comments", () => {
    expect(() => parsePromql(`a{b="${"(".repeat(100)}"} # ${"(".repeat(100)}`)).not.toThrow();
  });

  it("never holds the event loop for 50 ms", () => {
    const texts = [
      "a+".repeat(8_190),
      `{${'b="c",'.repeat(2_600)}}`,
      `${"a or ".repeat(2_000)}a`,
      "(".repeat(16_000),
      '"\\'.repeat(8_000),
      "-".repeat(16_000),
      "- ".repeat(8_000),
      "#\n".repeat(8_000),
      "-#".repeat(8_000),
      "a[".repeat(8_000),
      "1".repeat(16_000),
    ];
    // The best of some runs: a busy machine takes the processor away in between.
    for (const text of texts) {
      const times = Array.from({ length: 6 }, () => {
        const start = performance.now();
        findPromqlError(text);
        return performance.now() - start;
      });
      expect(Math.min(...times), text.slice(0, 10)).toBeLessThan(50);
    }
  });
});

describe("findPromqlError", () => {
  it("gives the place of the error, or null", () => {
    expect(findPromqlError("up")).toBeNull();
    expect(findPromqlError("up\n + }")).toMatchObject({ line: 2, column: 4, position: 6 });
  });
});
